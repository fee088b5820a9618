import { printNumber } from '../formula/numbers.ts';
import { useSay } from './figureContext.ts';

const WORDS = {
  label: {
    en: (max: string) => `Colour of the values, from −${max} over 0 to ${max}`,
    zh: (max: string) => `数值的颜色，从 −${max} 经过 0 到 ${max}`,
  },
} as const;

/** The colours of the values, with the range that the data gave. */
export function Legend({ max, name }: { readonly max: number; readonly name?: string }) {
  const say = useSay();
  const text = printNumber(max, { digits: 2 }).text;
  return (
    <div
      className="legend"
      role="img"
      aria-label={say({ en: WORDS.label.en(text), zh: WORDS.label.zh(text) })}
    >
      {name && <span className="legend-name">{name}</span>}
      <span className="legend-ramp" />
      <span className="legend-ticks">
        <span>−{text}</span>
        <span>0</span>
        <span>{text}</span>
      </span>
    </div>
  );
}
