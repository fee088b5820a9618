/** How far a pre-rendered line may run beside the line that the figure draws, in units of its drawing. */
const TOLERANCE = 0.2;
const DECIMALS = 2;

type Point = readonly [x: number, y: number];

const short = (value: number): string => String(Number(value.toFixed(DECIMALS)));
const NUMBER = /-?\d+\.\d{3,}(?:e-?\d+)?/g;

/** The distance of a point from the line through two others. */
function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - x0, y - y0) : Math.abs(dx * (y - y0) - dy * (x - x0)) / length;
}

/** Leaves out the points that the eye would not miss (Ramer, Douglas and Peucker). */
export function thin(points: readonly Point[]): Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    let furthest = 0;
    let most = TOLERANCE;
    for (let i = from + 1; i < to; i++) {
      const away = distance(points[i] as Point, points[from] as Point, points[to] as Point);
      if (away > most) [furthest, most] = [i, away];
    }
    if (furthest === 0) continue;
    kept.add(furthest);
    open.push([from, furthest], [furthest, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/** Straight lines from point to point keep fewer of their points; any other path keeps fewer decimals. */
function trimPath(d: string): string {
  if (!/^[ML\d.,\s-]+$/.test(d) || !d.startsWith('M'))
    return d.replace(NUMBER, (text) => short(Number(text)));
  const lines = d.slice(1).split('M').map(pointsOf);
  if (lines.some((line) => line.some(([x, y]) => Number.isNaN(x + y)))) return d;
  return lines
    .map(
      (line) =>
        `M${thin(line)
          .map((point) => point.map(short).join(','))
          .join('L')}`,
    )
    .join('');
}

const pointsOf = (line: string): Point[] =>
  line.split('L').map((pair) => {
    const [x = Number.NaN, y = Number.NaN, ...more] = pair
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    return more.length > 0 ? [Number.NaN, Number.NaN] : [x, y];
  });

/** KaTeX gives its heights and shifts four decimals of an em; three are a fiftieth of a pixel. */
const trimStyle = (style: string): string =>
  style.replace(/-?\d*\.\d{4,}(?=em)/g, (text) => String(Number(Number(text).toFixed(3)))).replace(/;$/, '');

const GEOMETRY = /(\s(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform))="([^"]*\.\d{3}[^"]*)"/g;

/**
 * Takes out of a rendered page what no reader gets anything from. KaTeX writes each formula's source into its
 * MathML as an annotation, and a namespace that HTML knows by itself. Drawings have more decimals and points than
 * a screen has pixels; the figure draws them anew as soon as they change.
 */
export function trimMarkup(html: string): string {
  return html
    .replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    .replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
    .replace(/<(rect|circle|line|path|polygon|polyline|ellipse|use)((?:\s[^<>]*)?)><\/\1>/g, '<$1$2/>')
    .replace(/ style="([^"]*em;?)"/g, (_, style: string) => ` style="${trimStyle(style)}"`)
    .replace(/ d="([^"]{24,})"/g, (_, d: string) => ` d="${trimPath(d)}"`)
    .replace(GEOMETRY, (_, name: string, value: string) => {
      return `${name}="${value.replace(NUMBER, (text) => short(Number(text)))}"`;
    });
}
