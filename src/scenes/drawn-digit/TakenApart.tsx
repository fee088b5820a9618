import { printNumber } from '../../formula/numbers.ts';
import { magnitude, valueColor } from '../../kit/colour/valueScale.ts';
import type { Language } from '../../language/language.ts';
import { type Reading, type Spot, sumAt } from './read.ts';
import { pushText, spotText, WORDS } from './words.ts';

interface TakenApartProps {
  readonly reading: Reading;
  readonly spot: Spot;
  readonly language: Language;
  /** The address of the chapter that explains it. */
  readonly href: string;
}

const WINDOW = 5;

/** The number under the pointer: its window, its kernel, their products, and what these add up to. */
export function TakenApart({ reading, spot, language, href }: TakenApartProps) {
  const { terms } = sumAt(reading, spot);
  const products = terms.slice(0, WINDOW ** 2);
  const factor = (i: number): number[] => products.map(({ factors }) => factors[i]?.value ?? 0);
  const values = products.map(({ value }) => value);
  const total = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0);
  const [up, down] = [values.filter((value) => value > 0), values.filter((value) => value < 0)];
  const bias = terms[WINDOW ** 2]?.value ?? 0;
  // The parts are printed in hundredths, and the result is the sum of what is printed: it can be added up.
  const hundredths = (value: number): number => Math.round(value * 100);
  const parts = [hundredths(total(up)), hundredths(total(down)), hundredths(bias)] as const;
  const text = (part: number): string => printNumber(Math.abs(part) / 100, { digits: 2 }).text;
  const sign = (part: number): string => (part < 0 ? ' − ' : ' + ');
  const result = parts[0] + parts[1] + parts[2];
  return (
    <div className="apart">
      <div className="apart-squares" aria-hidden="true">
        <Square values={factor(0)} of="input" />
        <span>×</span>
        <Square values={factor(1)} of="weight" />
        <span>=</span>
        <Square values={values} of="output" />
      </div>
      <div className="apart-words">
        <p>
          <strong>{WORDS.apart[language]}</strong> {spotText(spot.map, spot.row, spot.col)[language]}
        </p>
        <p className="apart-sum" translate="no">
          {text(parts[0])}
          {sign(parts[1])}
          {text(parts[1])}
          {sign(parts[2])}
          <span className="role-bias">{text(parts[2])}</span> ={' '}
          <strong className="role-output">
            {result < 0 ? '−' : ''}
            {text(result)}
          </strong>
        </p>
        <p>
          {pushText(up.length, down.length)[language]} <a href={href}>{WORDS.how[language]}</a>
        </p>
      </div>
    </div>
  );
}

function Square({ values, of }: { readonly values: readonly number[]; readonly of: string }) {
  const most = magnitude(values);
  return (
    <svg className={`apart-square role-${of}`} viewBox={`0 0 ${WINDOW} ${WINDOW}`} aria-hidden="true">
      {values.map((value, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={i}
          x={i % WINDOW}
          y={Math.floor(i / WINDOW)}
          width={1}
          height={1}
          style={{ fill: valueColor(value, most) }}
        />
      ))}
    </svg>
  );
}
