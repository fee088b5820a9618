import type { Language } from '../../language/language.ts';
import { type Guess, runsOf } from './guesses.ts';
import { WORDS } from './words.ts';

const [WIDTH, HEIGHT, TEXT] = [280, 30, 16];
/** A run narrower than this has no room for its digit. */
const NARROW = 12;

/** How the guess went while the digit grew: as high as it was sure, the last guess in colour. */
export function GuessStrip({
  guesses,
  language,
}: {
  readonly guesses: readonly Guess[];
  readonly language: Language;
}) {
  const runs = runsOf(guesses);
  const last = runs.at(-1);
  // A few guesses do not fill the strip: it grows from the left.
  const unit = WIDTH / Math.max(24, guesses.length);
  return (
    <div className="guesses" aria-hidden="true">
      <p>{WORDS.took[language]}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + TEXT}`} aria-hidden="true">
        {runs.map((run) => (
          <g key={run.start} className={run === last ? 'is-last' : undefined}>
            <path
              d={`M${run.start * unit} ${HEIGHT}${guesses
                .slice(run.start, run.end)
                .map(({ share }, i) => {
                  const y = HEIGHT * (1 - share);
                  return `L${(run.start + i) * unit} ${y}H${(run.start + i + 1) * unit}`;
                })
                .join('')}V${HEIGHT}Z`}
            />
            {(run.end - run.start) * unit >= NARROW && (
              <text x={((run.start + run.end) / 2) * unit} y={HEIGHT + 12}>
                {run.best}?
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
