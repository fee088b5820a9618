import { useFigure, useSay } from '../../figures/figureContext.ts';
import { type ExpressionLine, expressionText } from '../../formula/expression.ts';
import { sizeLines } from './formula.ts';
import type { FieldModel } from './model.ts';
import type { FieldView } from './view.ts';
import { WORDS } from './words.ts';

const Line = ({ line, what }: { readonly line: ExpressionLine; readonly what: string }) => (
  <td data-what={what}>
    {/\D/.test(line.left) ? <span data-arithmetic="">{expressionText(line)}</span> : line.right}
  </td>
);

/** The sizes of every layer as lines of arithmetic, written one layer a step. */
export function Sizes({ model, view }: { readonly model: FieldModel; readonly view: FieldView }) {
  const { language } = useFigure();
  const say = useSay();
  const padded = model.layers.some(({ padding }) => padding > 0);
  return (
    <section
      className="rf-sizes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, by keyboard too
      tabIndex={0}
      aria-label={say(WORDS.table)}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say(WORDS.tableLayer)}</th>
            <th scope="col">{say(WORDS.tableSize)}</th>
            <th scope="col">{say(WORDS.tableJump)}</th>
            {padded && <th scope="col">{say(WORDS.tableStart)}</th>}
          </tr>
        </thead>
        <tbody>
          {model.fields.map((_, layer) => {
            const lines = layer <= view.written ? sizeLines(model, layer) : null;
            const name = model.layers[layer - 1]?.name;
            return (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number
                key={layer}
                className={layer === view.focus.layer ? 'current' : undefined}
              >
                <th scope="row">{name ?? (layer === 0 ? { en: 'pixel', zh: '像素' }[language] : layer)}</th>
                {lines ? (
                  <>
                    <Line line={lines.size} what="r" />
                    <Line line={lines.jump} what="j" />
                    {padded && <Line line={lines.start} what="start" />}
                  </>
                ) : (
                  <td colSpan={padded ? 3 : 2} className="rf-unwritten">
                    …
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
