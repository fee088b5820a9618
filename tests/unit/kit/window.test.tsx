import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { paintGrey, paintRgb } from '../../../src/kit/colour/photo.ts';
import { Picture } from '../../../src/kit/grid/Picture.tsx';
import { FigureContext } from '../../../src/kit/scene/context.ts';
import { arrange } from '../../../src/kit/stage/arrange.ts';
import { type Box, cellBox } from '../../../src/kit/stage/boxes.ts';
import { grid, room, row } from '../../../src/kit/stage/plan.ts';
import { StageContext } from '../../../src/kit/stage/stageContext.ts';
import { Arrow, TurnArrow } from '../../../src/kit/window/Arrow.tsx';
import { beamCorners } from '../../../src/kit/window/Beam.tsx';
import { Connector } from '../../../src/kit/window/Connector.tsx';
import { Corners } from '../../../src/kit/window/Corners.tsx';
import { curveBetween, flightCurve, pointOn } from '../../../src/kit/window/curve.ts';
import { DimensionLine } from '../../../src/kit/window/DimensionLine.tsx';
import { Legend } from '../../../src/kit/window/Legend.tsx';
import { dilationMeasure, paddingMeasure, strideMeasure } from '../../../src/kit/window/measures.ts';
import { stripCells, stripWindows } from '../../../src/kit/window/strip.ts';
import { layoutStrip, WindowStrip } from '../../../src/kit/window/WindowStrip.tsx';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const x = { id: 'x', rows: 5, cols: 5, values: new Float64Array(25), padding: [1, 1, 1, 1] as const };
const boxes = arrange(SIZE, { plan: row([grid('x'), room('strip', 340, 200)]), specs: new Map([['x', x]]) });
const cell = boxes.x.cell;

/** A part of a stage as markup. */
const draw = (part: React.ReactNode): string =>
  renderToStaticMarkup(
    <FigureContext value={{ language: 'en' } as never}>
      <StageContext value={{ ...SIZE, boxes, canvas: { current: null } } as never}>
        <svg aria-hidden="true">{part}</svg>
      </StageContext>
    </FigureContext>,
  );

const box = fc.record({
  x: fc.nat(900),
  y: fc.nat(300),
  width: fc.integer({ min: 1, max: 60 }),
  height: fc.integer({ min: 1, max: 60 }),
});

describe('what leads from one box to another', () => {
  it('is a beam whose corners are corners of the boxes', () => {
    fc.assert(
      fc.property(box, box, (from, to) => {
        const cornersOf = (b: Box): string[] =>
          [b.x, b.x + b.width].flatMap((cx) => [b.y, b.y + b.height].map((cy) => `${cx},${cy}`));
        const all = [...cornersOf(from), ...cornersOf(to)];
        for (const corner of beamCorners(from, to)) expect(all).toContain(corner.join(','));
      }),
    );
  });

  it('is a beam from the facing edges: from the right of a window to the left of what it makes', () => {
    const from = { x: 0, y: 0, width: 10, height: 10 };
    const to = { x: 50, y: 20, width: 20, height: 30 };
    expect(beamCorners(from, to)).toEqual([
      [10, 0],
      [50, 20],
      [50, 50],
      [10, 10],
    ]);
  });

  it('is a curve that begins at the one and ends at the other', () => {
    fc.assert(
      fc.property(box, box, (from, to) => {
        const flight = flightCurve(from, to);
        expect(pointOn(flight, 0)).toEqual([from.x + from.width / 2, from.y + from.height / 2]);
        expect(pointOn(flight, 1)).toEqual([to.x + to.width / 2, to.y + to.height / 2]);
        const [start] = curveBetween(from, to);
        expect(start[0]).toBeGreaterThanOrEqual(from.x);
        expect(start[0]).toBeLessThanOrEqual(from.x + from.width);
      }),
    );
  });
});

describe('measures', () => {
  const window = { row: 1, col: 1, rows: 3, cols: 3 };
  const length = ({ from, to }: ReturnType<typeof paddingMeasure>): number => Math.abs(to[0] - from[0]);

  it('are as long as what they measure', () => {
    expect(length(strideMeasure(boxes.x, window, 2))).toBe(2 * cell);
    expect(length(paddingMeasure(boxes.x))).toBe(cell);
    expect(length(dilationMeasure(boxes.x, window, 2))).toBe(2 * cell);
  });

  it('begin where it begins', () => {
    expect(strideMeasure(boxes.x, window, 2).from[0]).toBe(cellBox(boxes.x, 1, 1).x);
    expect(paddingMeasure(boxes.x).to[0]).toBe(cellBox(boxes.x, 0, 0).x);
  });

  it('are drawn on the stage, with their number', () => {
    const low = draw(<DimensionLine from={[10, 500]} to={[90, 500]} text="2" />);
    expect(low).toContain('M10 324L90 324');
    expect(low).toContain('>2</text>');
  });
});

describe('the row of windows', () => {
  const strip = { input: 6, before: 1, after: 1, kernel: 3, stride: 2, dilation: 1, windows: 3 };

  it('puts every weight of every window on its cell', () => {
    expect(stripWindows(strip)).toEqual([
      [0, 1, 2],
      [2, 3, 4],
      [4, 5, 6],
    ]);
    expect(stripWindows({ ...strip, dilation: 2, windows: 2 })).toEqual([
      [0, 2, 4],
      [2, 4, 6],
    ]);
  });

  it('names columns, borders, and what no window reads', () => {
    const cells = stripCells({ ...strip, reads: (col) => col });
    expect(cells.map(({ text }) => text).join('')).toBe('0abcdef0');
    expect(cells.map(({ kind }) => kind)).toEqual(['border', ...Array(6).fill('input'), 'border']);
    expect(cells[2]?.reads).toBe(1);
    expect(
      stripCells({ ...strip, windows: 2 })
        .map(({ kind }) => kind)
        .slice(5),
    ).toEqual(['unread', 'unread', 'border']);
    expect(
      stripCells({ ...strip, mode: 'replicate' })
        .map(({ text }) => text)
        .join(''),
    ).toBe('aabcdeff');
    expect(stripCells({ ...strip, odd: 7 })[7]?.kind).toBe('odd');
  });

  it('keeps everything within its box', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 38 }), (cells, windows) => {
        const layout = layoutStrip(boxes.strip, cells, windows);
        expect(layout.xOf(0)).toBeGreaterThanOrEqual(boxes.strip.x);
        expect(layout.xOf(cells)).toBeLessThanOrEqual(boxes.strip.x + boxes.strip.width);
        expect(layout.yOf(windows - 1)).toBeLessThan(boxes.strip.y + boxes.strip.height);
        // The counts stand right under the last window, however few there are.
        expect(layout.foot - layout.yOf(windows - 1)).toBeGreaterThan(0);
        expect(layout.foot - layout.yOf(windows - 1)).toBeLessThan(26);
        expect(layout.foot).toBeLessThan(boxes.strip.y + boxes.strip.height);
      }),
    );
  });

  it('is drawn with a name, a bracket a window and a dot a weight', () => {
    const drawn = draw(
      <WindowStrip
        {...{
          box: boxes.strip,
          cells: stripCells(strip),
          windows: stripWindows(strip),
          column: 2,
          current: 1,
        }}
        label="Three windows on one row"
      />,
    );
    expect(drawn).toContain('aria-label="Three windows on one row"');
    expect(drawn.match(/<circle/g)).toHaveLength(9);
    expect(drawn.match(/is-current/g)).toHaveLength(1);
  });
});

describe('signs on the stage', () => {
  it('draw what they are told', () => {
    expect(draw(<Legend box={{ x: 0, y: 0, width: 100, height: 30 }} max={9} />)).toContain(
      'from −9 over 0 to 9',
    );
    expect(draw(<Arrow from={[0, 10]} to={[90, 10]} hue="output" text="forwards" />)).toContain(
      '>forwards</text>',
    );
    expect(draw(<TurnArrow from={[0, 0]} to={[0, 80]} />)).toContain('180°');
    const places = [
      { row: 0, col: 0 },
      { row: 0, col: 2 },
    ];
    expect(draw(<Corners box={boxes.x} places={places} />).match(/H/g)).toHaveLength(2);
    expect(draw(<Connector from={cellBox(boxes.x, 0, 0)} to={boxes.strip} hue="weight" />)).toContain(
      'role-weight',
    );
    expect(draw(<Picture id="strip" rows={2} cols={2} paint={() => {}} />)).toBe(
      '<svg aria-hidden="true"></svg>',
    );
  });
});

describe('a photograph', () => {
  it('is grey from black to white', () => {
    const rgba = new Uint8ClampedArray(12);
    paintGrey(rgba, [0, 0.5, 1]);
    expect([...rgba]).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });

  it('has three planes of colour', () => {
    const rgba = new Uint8ClampedArray(8);
    paintRgb(rgba, [255, 0, 0, 255, 0, 0], { white: 255 });
    expect([...rgba]).toEqual([255, 0, 0, 255, 0, 255, 0, 255]);
  });
});
