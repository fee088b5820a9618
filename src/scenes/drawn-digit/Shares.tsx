import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { Reading } from './read.ts';
import { WORDS } from './words.ts';

/** A share below this is not written out. */
const WORTH_A_WORD = 0.05;

/** The ten shares as bars. */
export function Shares({ reading, language }: { readonly reading: Reading; readonly language: Language }) {
  const { shares, best } = reading;
  return (
    <div className="shares">
      <p>
        <strong>{WORDS.which[language]}</strong>
        <span>{WORDS.shares[language]}</span>
      </p>
      <ol start={0} translate="no">
        {Array.from(shares, (share, label) => {
          const percent = printNumber(100 * share, { digits: 0 }).text;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
            <li key={label} className={label === best ? 'is-best' : undefined}>
              <span>{label}</span>
              <span className="share-bar">
                <i style={{ width: `${(best === null ? 0 : share) * 100}%` }} />
              </span>
              <span>{best !== null && share >= WORTH_A_WORD ? `${percent}%` : ''}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
