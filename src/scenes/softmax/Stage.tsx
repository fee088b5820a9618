import { type BarAxis, barAxis, type Domain } from '../../kit/bars/axis.ts';
import { Bars } from '../../kit/bars/Bars.tsx';
import { digitsOf } from '../../kit/grid/face.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import { useNow } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, cellBox } from '../../kit/stage/boxes.ts';
import { column, grid, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { expDomain, gradientDomain, logitDomain, shareDomain } from './axes.ts';
import { Handles } from './Handles.tsx';
import { LossRuler } from './LossRuler.tsx';
import { MaximumLine } from './MaximumLine.tsx';
import type { SoftmaxModel } from './model.ts';
import type { SoftmaxParams } from './parameters.ts';
import type { SoftmaxView } from './view.ts';

const WIDE = ['logits', 'exps', 'probs', 'label', 'dlogits', 'total', 'loss'];
/** The label is marked beside the names. */
const PHONE = WIDE.filter((id) => id !== 'label');
/** Room for the numbers of the axes, below the columns. */
const TICKS = 18;

/** From left to right, class by class: logit, exponential, share, label, gradient; below, the sum and the loss. */
const layout: Layout<string> = ({ band }) => {
  const phone = band === 'phone';
  // Four digits and a sign need larger cells than a phone's largest.
  const cell = (id: string) => grid(id, { size: 'cell', scale: phone ? 1.34 : 1.25 });
  const foot = (id: string) => grid(id, { size: 'foot', title: 'right', scale: phone ? 1.34 : 1 });
  const bars = (id: string, width: number) => room(id, width, 40, { grows: true });
  const columns = [
    ...[room('names', phone ? 44 : 62, 40), cell('logits'), bars('logits-bars', phone ? 20 : 100)],
    ...[cell('exps'), phone ? null : bars('exps-bars', 10)],
    ...[cell('probs'), bars('probs-bars', 20)],
    ...[phone ? null : cell('label'), cell('dlogits'), phone ? null : bars('dlogits-bars', 10)],
  ];
  const below = [foot('total'), foot('loss'), bars('ruler', 40)];
  return column(
    [
      row(columns, { gap: phone ? 4 : 10, justify: 'start' }),
      row(below, { gap: phone ? 14 : 24, align: 'center' }),
    ],
    { gap: TICKS },
  );
};

/** The sum stands below the exponentials and the loss below the probabilities, where there is room for their names. */
function underTheirColumns(boxes: Boxes, { band }: StageSize): Boxes {
  const { total, loss, exps, probs, label, ruler } = boxes;
  if (band === 'phone' || !total || !loss || !exps || !probs || !label || !ruler) return boxes;
  return {
    ...boxes,
    total: { ...total, x: exps.x },
    loss: { ...loss, x: probs.x },
    ruler: { ...ruler, x: label.x, width: ruler.x + ruler.width - label.x },
  };
}

export function Stage(props: StageProps<SoftmaxParams, SoftmaxModel, SoftmaxView>) {
  const { model, view, before, size, language } = props;
  const { grids } = useNow();
  const boxes = underTheirColumns(useLayout(layout), size);
  // While a bar is held the axes stay as they were.
  const still = before?.params.classes === model.params.classes ? before : model;
  const domains: Readonly<Record<string, Domain>> = {
    logits: logitDomain(still),
    exps: expDomain(still),
    probs: shareDomain,
    dlogits: gradientDomain(model),
  };
  const axisOf = (id: string): BarAxis | null => {
    const [cells, beside, domain] = [boxes[id], boxes[`${id}-bars`], domains[id]];
    return cells && beside && domain ? barAxis(cells, beside, domain) : null;
  };
  const here = ['exp', 'share', 'gradient'].includes(view.subject) && !view.isEnd ? view.k : null;
  const columns = [
    { id: 'logits', values: model.z.data, hue: 'output' },
    { id: 'exps', values: model.exps, hue: 'plain' },
    { id: 'probs', values: model.q, hue: 'output' },
    { id: 'dlogits', values: model.dz, hue: 'gradient' },
  ] as const;
  const { names, logits } = boxes;
  return (
    <StageDrawing boxes={boxes}>
      {names && logits && (
        <g className="softmax-names" aria-hidden="true">
          {model.names.map((name, k) => {
            const { y, height } = cellBox(logits, k, 0);
            const isTrue = k === model.params.truth;
            return (
              <text
                key={name.en}
                className={isTrue ? 'is-true' : undefined}
                x={names.x + names.width}
                y={y + height / 2}
              >
                {isTrue ? `✓ ${name[language]}` : name[language]}
              </text>
            );
          })}
        </g>
      )}
      {columns.map(({ id, values, hue }) => {
        const [axis, spec, box] = [axisOf(id), grids.get(id), boxes[id]];
        if (!axis || !spec || !box) return null;
        const shown = view.grids[id] ?? {};
        return (
          <Bars
            key={id}
            {...{ axis, values, hue, here, known: shown.known }}
            numbers={digitsOf(spec, box, shown) === null}
          />
        );
      })}
      <MaximumLine axis={axisOf('logits')} {...{ model, view }} />
      {(size.band === 'phone' ? PHONE : WIDE).map((id) => (
        <Grid key={id} id={id} note="" />
      ))}
      {boxes['ruler'] && <LossRuler box={boxes['ruler']} {...{ model, view, language }} />}
      <Handles axisOf={axisOf} {...{ model, view, language }} />
      <Flights />
    </StageDrawing>
  );
}
