import { ChoiceGroup } from '../../figures/ChoiceGroup.tsx';
import { cellName, Equation } from '../../figures/Equation.tsx';
import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { Formula } from '../../formula/Formula.tsx';
import { costLines } from './cost.ts';
import { ruleOf } from './formula.ts';
import type { VolumeModel, VolumeParams } from './model.ts';
import { cellOf, type VolumeView } from './view.ts';
import { channelHead, costName, WORDS } from './words.ts';

interface ArithmeticProps {
  readonly model: VolumeModel;
  readonly view: VolumeView;
  setParams(change: Partial<VolumeParams>): void;
}

/** The products of one channel, then the sum over the channels with the one bias; and what the layer costs. */
export function Arithmetic({ model, view, setParams }: ArithmeticProps) {
  const say = useSay();
  const { filter, row, col, first, channel, channelLine, sumLine, partial, channelDone } = view;
  return (
    <>
      <div className="equation-block vl-equations">
        <div className="equation-rule">
          <Formula tex={ruleOf(model)} />
        </div>
        <Equation
          target={{ tensor: 's', index: [0, channel] }}
          head={say(channelHead(first + channel))}
          line={channelLine}
          partial={!channelDone}
          cellOf={cellOf}
        />
        <Equation
          target={{ tensor: `y_${filter}`, index: [row, col] }}
          head={cellName(`y_${filter}`, [row, col])}
          line={sumLine}
          partial={partial}
          cellOf={cellOf}
        />
      </div>
      <div className="vl-cost">
        <ChoiceGroup
          label={WORDS.cost}
          showLabel
          value={model.params.cost}
          options={[
            { value: 'figure', label: WORDS.figure },
            { value: 'layer', label: WORDS.layer },
          ]}
          onChange={(cost) => setParams({ cost })}
        />
        <div className="vl-cost-lines">
          {costLines(model).map(({ id, line }) => (
            <ExpressionRow key={id} head={say(costName(id, model))} line={line} />
          ))}
        </div>
      </div>
    </>
  );
}
