import { printNumber } from '../../formula/numbers.ts';
import { type BarAxis, barEnd } from '../../kit/bars/axis.ts';
import type { SoftmaxModel } from './model.ts';
import type { SoftmaxView } from './view.ts';

interface MaximumLineProps {
  readonly axis: BarAxis | null;
  readonly model: SoftmaxModel;
  readonly view: SoftmaxView;
}

/** The largest logit, from which the others are measured; and how far below it the one lies that is spoken of. */
export function MaximumLine({ axis, model, view }: MaximumLineProps) {
  if (!axis || !model.params.subtract) return null;
  const { top, bottom, rowOf } = axis;
  const at = barEnd(axis, model.subtracted);
  const logit = model.z.data[view.k] ?? model.subtracted;
  const end = barEnd(axis, logit);
  const { y, height } = rowOf(view.k);
  const middle = y + height / 2;
  return (
    <g className="softmax-maximum" aria-hidden="true">
      <path d={`M${at} ${top - 4}V${bottom}`} />
      <text x={at} y={top - 10}>
        max
      </text>
      {view.subject === 'exp' && at - end > 4 && (
        <g className="softmax-below">
          <path d={`M${end} ${middle}H${at}`} />
          <text x={(end + at) / 2} y={middle - Math.min(12, height * 0.3)}>
            {printNumber(logit - model.subtracted).text}
          </text>
        </g>
      )}
    </g>
  );
}
