import { ExpressionRow } from '../../figures/ExpressionRow.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { expressionLine } from '../../formula/expression.ts';
import { countRows, drawnLeft } from './formula.ts';
import type { SharingModel } from './model.ts';
import type { SharingView } from './view.ts';
import { WORDS } from './words.ts';

/** How many numbers have to be learned: in the drawn layer now, and in a layer of the reader's sizes. */
export function Counts({ model, view }: { readonly model: SharingModel; readonly view: SharingView }) {
  const say = useSay();
  const { params, counted } = model;
  const rows = countRows(counted);
  const largest = Math.log10(counted.dense);
  const now = { dense: 0, cutting: 0, local: 1, sharing: 1, shared: 2, gradient: 2 }[view.stage];
  const { side, channels, filters, kernel } = params;
  const sizes = { side, channels, filters, kernel, outSide: counted.outSide };
  return (
    <section className="ws-counts" aria-label={say(WORDS.counts)}>
      <div className="ws-drawn">
        <ExpressionRow
          head={say(WORDS.drawn)}
          of="weight"
          line={expressionLine(drawnLeft(view), view.layer.left)}
        />
      </div>
      <h4>{say({ en: WORDS.layer.en(sizes), zh: WORDS.layer.zh(sizes) })}</h4>
      {rows.map(({ id, left, value }, i) => (
        <div key={id} className={`ws-count${i === now ? ' is-now' : ''}`}>
          <ExpressionRow head={say(WORDS[id])} line={expressionLine(left, value, { full: true })} />
          <svg className="ws-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(Math.log10(Math.max(1.1, value)) / largest) * 100} height={6} />
          </svg>
        </div>
      ))}
      <div className="ws-count">
        <ExpressionRow
          head={say(WORDS.ratio)}
          line={expressionLine(`${counted.dense} / ${counted.shared}`, counted.dense / counted.shared)}
        />
      </div>
    </section>
  );
}
