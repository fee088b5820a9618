import type { Explanation } from '../../explain/explanation.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Box } from '../stage/boxes.ts';

interface CandidatesProps {
  readonly box: Box;
  readonly explanation: Explanation | null;
  /** What comes out, and its letter. */
  readonly made: number;
  readonly letter: string;
}

const [WIDE, HIGH] = [64, 40];
/** Between numbers that are not chosen among. */
const APART = 34;

/** Numbers that are chosen among, as they lie; or the number that is passed on, what opens its way, and what comes out. */
export function Candidates({ box, explanation, made, letter }: CandidatesProps) {
  const isChoice = explanation?.kind === 'choice';
  const cells: { text: string; number: number; chosen?: boolean }[] = [];
  if (isChoice)
    explanation.candidates.forEach(({ value: number }, i) => {
      cells.push({ text: '', number, chosen: i === explanation.chosen });
    });
  else if (explanation?.kind === 'function') {
    cells.push({ text: 'z', number: explanation.argument.value });
    if (explanation.upstream) cells.push({ text: '∂a', number: explanation.upstream.value });
    cells.push({ text: letter, number: made, chosen: true });
  }
  const across = isChoice ? 2 : cells.length;
  const step = isChoice ? WIDE : WIDE + APART;
  return cells.map(({ text, number, chosen }, i) => {
    const [x, y] = [box.x + (i % across) * step, box.y + 24 + Math.floor(i / across) * HIGH];
    return (
      <g key={`${text} ${String(i)}`}>
        <rect
          className={`number-candidate${chosen ? ' is-chosen' : ''}`}
          {...{ x, y, width: WIDE, height: HIGH }}
        />
        <text x={x + WIDE / 2} y={y + HIGH / 2 + 4} textAnchor="middle">
          {printNumber(number).text}
        </text>
        <text className="is-soft" x={x} y={y - 6}>
          {text}
        </text>
      </g>
    );
  });
}
