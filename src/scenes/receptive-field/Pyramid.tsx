import { useId, useMemo } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { valueColor } from '../../kit/colour/valueScale.ts';
import type { CellLook } from '../../kit/grid/LooseCell.tsx';
import { LooseGrid } from '../../kit/grid/LooseGrid.tsx';
import { Journey } from '../../kit/motion/Journey.tsx';
import { useBox, useStage } from '../../kit/stage/stageContext.ts';
import type { Language } from '../../language/language.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { layerName, shortName, unitLabel } from './captions.ts';
import {
  conePath,
  edge,
  edgePath,
  type Geometry,
  geometryOf,
  nearestUnit,
  profilePath,
  unitAt,
} from './geometry.ts';
import { HeldSizes } from './HeldSizes.tsx';
import type { FieldModel } from './model.ts';
import type { FieldView } from './view.ts';
import { WORDS } from './words.ts';

interface PyramidProps {
  readonly model: FieldModel;
  readonly view: FieldView;
  readonly fraction: number;
  /** The title is written; else only said. */
  readonly titled: boolean;
  readonly language: Language;
}

/** The stack from the side: one row of units a layer, the pixels at the bottom, under them the number of paths to each. */
export function Pyramid({ model, view, fraction, titled, language }: PyramidProps) {
  const box = useBox('pyramid');
  const geometry = useMemo(() => geometryOf(box, model, titled), [box, model, titled]);
  const edges = useMemo(() => edgePath(model, geometry, view.cone), [model, geometry, view.cone]);
  const title = useId();
  const top = model.layers.length;
  const order = useMemo(() => Array.from({ length: top + 1 }, (_, i) => top - i), [top]);
  const cell = useCells({ model, view, geometry, language });
  return (
    <g className="pyramid">
      <text
        id={title}
        className="grid-title role-gradient"
        x={box.x}
        y={box.y + 13}
        visibility={titled ? undefined : 'hidden'}
      >
        <tspan className="grid-name">{WORDS.units[language]}</tspan>
        <tspan className="grid-note" dx={8}>
          {WORDS.unitsNote[language]}
        </tspan>
      </text>
      <g aria-hidden="true">
        <path className="pyramid-cone" d={conePath(geometry, view.cone)} />
        {view.coming && (
          <path className="pyramid-cone" opacity={fraction} d={conePath(geometry, view.coming)} />
        )}
        <path className="pyramid-edges" d={edges} />
        <path
          className="pyramid-profile"
          d={profilePath(geometry, model.paths[0] as Tensor, (unit) => view.isKnown(0, unit))}
        />
        <Outside {...{ model, geometry }} />
        {geometry.dense && order.map((layer) => <Band key={layer} {...{ model, view, geometry, layer }} />)}
      </g>
      <LooseGrid
        id="paths"
        labelledBy={title}
        area={box}
        start={{ row: top, col: model.params.unit }}
        order={order}
        dense={geometry.dense}
        cell={cell}
        spotAt={(x, y) => unitAt(geometry, model, x, y)}
        nearest={(from, row) => nearestUnit(geometry, from, row)}
      />
      <Arrivals {...{ view, geometry, fraction }} />
      <Labels {...{ model, view, geometry, language }} />
      <HeldSizes {...{ model, geometry }} held={view.held} />
    </g>
  );
}

interface PartProps {
  readonly model: FieldModel;
  readonly view: FieldView;
  readonly geometry: Geometry;
}

/** How each unit is drawn: tinted by its number of paths, outlined by what it is to the moment. */
function useCells({ model, view, geometry, language }: PartProps & { readonly language: Language }) {
  const { focus, cone, readers, summed, pixel } = view;
  const rows = useMemo(
    () =>
      model.paths.map(({ data }, layer) => ({
        data,
        most: Math.max(...data),
        digits: geometry.hasDigits(layer),
      })),
    [model, geometry],
  );
  return ({ row, col }: { readonly row: number; readonly col: number }): CellLook => {
    const { data, most, digits } = rows[row] as (typeof rows)[number];
    const known = view.isKnown(row, col);
    const value = known ? (data[col] as number) : undefined;
    const range = cone[row];
    const box = geometry.unitBox(row, col);
    const is = (unit: typeof focus | null): boolean => unit?.layer === row && unit.unit === col;
    const classes = [
      range && col >= range[0] && col <= range[1] && 'is-seen',
      readers[row]?.includes(col) && 'is-reader',
      !pixel && is(summed) && 'is-summed',
      !pixel && is(focus) && 'is-focus',
    ];
    return {
      box,
      value,
      label: unitLabel({ layer: row, unit: col }, value)[language],
      className: classes.filter(Boolean).join(' '),
      fill: value ? valueColor(value, most) : undefined,
      text: digits && value ? printNumber(value).text : undefined,
    };
  };
}

/** Fields may hang over the edge of the picture: there is only padding. */
function Outside({ model, geometry: { x, top, tall, profile } }: Omit<PartProps, 'view'>) {
  const { hatch } = useStage();
  const pixels = model.counts[0] as number;
  const [left, right] = [x(-0.5), x(pixels - 0.5)];
  const bands = [
    [profile.x, left],
    [right, profile.x + profile.width],
  ] as const;
  return bands.map(([from, to]) =>
    to - from > 0.5 ? (
      <rect
        key={from}
        x={from}
        width={to - from}
        y={top(0)}
        height={tall}
        fill={hatch.padding}
        stroke="var(--line)"
      />
    ) : null,
  );
}

/** A row of so many units that they are one band, and the part of it that is seen. */
function Band({ model, view, geometry, layer }: PartProps & { readonly layer: number }) {
  const { centre, wide, top, tall } = geometry;
  const count = model.counts[layer] as number;
  const half = wide(layer) / 2;
  const [first, last] = view.cone[layer] ?? [0, -1];
  const part = (from: number, to: number, className: string) =>
    to < from ? null : (
      <rect
        className={className}
        x={centre(layer, from) - half}
        width={centre(layer, to) - centre(layer, from) + 2 * half}
        y={top(layer)}
        height={tall}
      />
    );
  return (
    <>
      {part(0, count - 1, 'pyramid-band')}
      {part(Math.max(0, first), Math.min(count - 1, last), 'pyramid-band is-seen')}
    </>
  );
}

/** The numbers of paths on their way from the units that read one into its sum. */
function Arrivals({ view, geometry, fraction }: Omit<PartProps, 'model'> & { readonly fraction: number }) {
  const { sum, summed, arriving } = view;
  if (!sum || !summed) return null;
  const above = sum.terms
    .map(({ factors, value }) => ({ at: factors[0]?.index as readonly [number, number], value }))
    .filter(({ at: [layer] }) => layer > summed.layer);
  return above.map(({ at: [layer, unit], value }) => {
    const [from, to] = edge(geometry, { layer, unit }, summed);
    const stops = [
      { at: from, number: value },
      { at: to, number: value },
    ];
    return <Journey key={unit} stops={stops} fraction={arriving ? fraction : 0} hue="gradient" />;
  });
}

/** The name of every row, and what is known of its sizes. */
function Labels({ model, view, geometry, language }: PartProps & { readonly language: Language }) {
  const { box, top, tall, labels, every, profile } = geometry;
  const last = model.layers.length;
  const above = labels === 'above';
  const isShown = (layer: number): boolean =>
    layer === view.focus.layer ||
    ((last - layer) % every === 0 && Math.abs(layer - view.focus.layer) >= every);
  return (
    <g aria-hidden="true" className="pyramid-labels">
      {model.fields.map(({ size, jump }, layer) => {
        if (!isShown(layer)) return null;
        const y = above ? top(layer) - 8 : top(layer) + tall / 2;
        const name = (above ? layerName(model, layer) : shortName(model, layer))[language];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number
          <g key={layer} className={layer === view.focus.layer ? 'is-focus' : undefined}>
            <text x={box.x} y={y}>
              {name}
            </text>
            {layer <= view.written && layer > 0 && (
              <text className="pyramid-sizes" x={box.x + box.width} y={y}>
                {`r = ${size}, J = ${jump}`}
              </text>
            )}
          </g>
        );
      })}
      {above && view.isKnown(0, 0) && (
        <text x={box.x} y={profile.y + profile.height - 6}>
          {WORDS.profile[language]}
        </text>
      )}
      {view.complete && (above || profile.height > 30) && <Spread {...{ model, geometry, language }} />}
    </g>
  );
}

/** How wide the bars are spread; where there is little room beside them, in two lines. */
function Spread({ model, geometry, language }: Omit<PartProps, 'view'> & { readonly language: Language }) {
  const { box, profile, labels } = geometry;
  const x = box.x + box.width;
  const y = profile.y + profile.height - 6;
  const spread = printNumber(model.facts.spread, { digits: 2 }).text;
  const words = WORDS.spread[language];
  if (labels === 'above') return <text className="pyramid-spread" {...{ x, y }}>{`${words} ${spread}`}</text>;
  return (
    <text className="pyramid-spread" {...{ x, y: y - 15 }}>
      {words}
      <tspan {...{ x, dy: 15 }}>{spread}</tspan>
    </text>
  );
}
