import { Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { Formula } from '../../formula/Formula.tsx';
import { rulesOf } from './formula.ts';
import type { DenseModel } from './model.ts';
import { cellOf } from './refs.ts';
import type { DenseView } from './view.ts';
import { headOf, subscript, WORDS } from './words.ts';

/** The sum of the neuron, its activation, and the count of all parameters. */
export function Lines({ model, view }: { readonly model: DenseModel; readonly view: DenseView }) {
  const say = useSay();
  const { shown, neuron, activation } = view;
  const head = `y${subscript(neuron)}`;
  return (
    <div className="equation-block dn-lines">
      <div className="equation-rule">
        {rulesOf(view).map((tex, i) => (
          <Formula key={String(i)} tex={tex} />
        ))}
      </div>
      <Equation
        target={{ tensor: `y_${view.layer + 1}`, index: [0, neuron] }}
        head={headOf(shown, neuron)}
        line={view.line}
        partial={view.partial}
        cellOf={cellOf}
      />
      <div className="dn-rows">
        {activation && shown.activation ? (
          <ExpressionRow head={head} of="output" line={activation} />
        ) : (
          <div className="expression dn-waits">
            {shown.activation ? (
              <>
                <span className="expression-head role-output">{head}</span> {say(WORDS.waits)}
              </>
            ) : (
              say(model.params.activation === 'none' ? WORDS.withoutAny : WORDS.without)
            )}
          </div>
        )}
        <ExpressionRow head={say(WORDS.parameters)} of="weight" line={view.parameters} />
      </div>
    </div>
  );
}
