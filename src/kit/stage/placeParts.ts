import { type Box, type GridBox, NO_SIDES } from './boxes.ts';
import { gapOf, gridSize, type Measure, outerSize, SIDE_GAP, specOf } from './measure.ts';
import type { GridPlan, GroupPlan, Plan } from './plan.ts';
import { TITLE_HEIGHT } from './title.ts';

/** Two neighbours in a row stand no further apart, however wide the stage. */
const WIDEST_GAP = 220;
/** A title may use the gap to the next neighbour, up to so many pixels before it. */
const TITLE_CLEAR = 8;

type Placed = Record<string, GridBox>;

/** Gives every part of a plan its box within `at`. */
export function placePart(plan: Plan, at: Box, measure: Measure, placed: Placed): void {
  if (plan.kind === 'grid') placeGrid(plan, at, measure, placed);
  else if (plan.kind === 'room') placed[plan.id] = roomBox(plan.id, at);
  else placeGroup(plan, at, measure, placed);
}

function placeGrid(plan: GridPlan, at: Box, measure: Measure, placed: Placed): void {
  const { id, title = 'above' } = plan;
  const { specs, old, cells, letters } = measure;
  const { rows, cols, planes = 1, padding = NO_SIDES, spread = 1, turned = false } = specOf(plan, specs);
  const { cell, width, height, ...sheets } = gridSize(plan, specs, cells);
  const outer = outerSize(plan, measure);
  const before = old.get(id);
  const changed = before && (before.rows !== rows || before.cols !== cols);
  const was = changed ? gridSize(plan, old, cells) : null;
  placed[id] = {
    ...{ id, cell, rows, cols, planes, padding, spread, turned, width, height, title, ...sheets },
    note: plan.note ?? null,
    letters: letters || (plan.letter ?? false),
    x: at.x + (title === 'left' ? outer.width - width : 0),
    y: at.y + (title === 'above' ? TITLE_HEIGHT : title === 'none' ? 0 : (outer.height - height) / 2),
    titleWidth: title === 'above' ? at.width : Math.max(0, at.width - width - SIDE_GAP),
    was:
      was && before ? { rows: before.rows, cols: before.cols, width: was.width, height: was.height } : null,
  };
}

/** A room is one large cell, so that everything that points at boxes can point at it. */
const roomBox = (id: string, at: Box): GridBox => ({
  ...at,
  ...{ id, cell: Math.min(at.width, at.height), rows: 1, cols: 1, planes: 1, spread: 1, turned: false },
  padding: NO_SIDES,
  offsets: [[0, 0]],
  layers: [0],
  open: new Set([0]),
  title: 'none',
  titleWidth: at.width,
  note: null,
  was: null,
});

/** How the free length of a group is given away: before the first part, and between two. */
function shareOut(group: GroupPlan, free: number): { readonly lead: number; readonly extra: number } {
  const { justify = 'between', of } = group;
  if (justify === 'start') return { lead: 0, extra: 0 };
  if (justify === 'center') return { lead: free / 2, extra: 0 };
  if (justify === 'end') return { lead: free, extra: 0 };
  const shares = justify === 'between' ? of.length - 1 : of.length + 1;
  if (shares === 0) return { lead: 0, extra: 0 };
  const extra = Math.min(WIDEST_GAP, free / shares);
  const rest = (free - extra * shares) / 2;
  return { lead: rest + (justify === 'evenly' ? extra : 0), extra };
}

function placeGroup(group: GroupPlan, at: Box, measure: Measure, placed: Placed): void {
  const isRow = group.kind === 'row';
  const [along, across] = isRow ? (['width', 'height'] as const) : (['height', 'width'] as const);
  const gap = gapOf(group, measure.band);
  const sizes = group.of.map((part) => outerSize(part, measure));
  const used = sizes.reduce((sum, size) => sum + size[along], gap * Math.max(0, sizes.length - 1));
  const free = Math.max(0, at[along] - used);
  const growing = group.of.filter((part) => part.kind === 'room' && part.grows).length;
  const { lead, extra } = growing > 0 ? { lead: 0, extra: 0 } : shareOut(group, free);
  let next = lead;
  group.of.forEach((part, i) => {
    const size = sizes[i] as (typeof sizes)[number];
    const grows = part.kind === 'room' && part.grows;
    const length = size[along] + (grows ? free / growing : 0);
    const stretches = grows || part.kind === 'row' || part.kind === 'column';
    const slack = at[across] - size[across];
    const shift = stretches ? 0 : { start: 0, center: slack / 2, end: slack }[group.align ?? 'start'];
    const breadth = stretches ? at[across] : size[across];
    const isGrid = part.kind === 'grid';
    const box = isRow
      ? {
          x: at.x + next,
          y: at.y + shift,
          // A title has the gap to the next part as well, but no room beyond the group.
          width: isGrid
            ? Math.max(length, Math.min(length + gap + extra - TITLE_CLEAR, at.width - next))
            : length,
          height: breadth,
        }
      : { x: at.x + shift, y: at.y + next, width: isGrid ? at.width - shift : breadth, height: length };
    placePart(part, { ...box, x: Math.round(box.x), y: Math.round(box.y) }, measure, placed);
    next += length + gap + extra;
  });
}
