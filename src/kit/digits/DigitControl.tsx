import type { CSSProperties, ReactNode } from 'react';
import { Thumbnails } from '../controls/Thumbnails.tsx';
import { useFigure } from '../scene/context.ts';
import { DIGITS } from './choices.ts';
import { type Drawing, packStrokes } from './drawing.ts';
import { Pad } from './Pad.tsx';
import './digitControl.css';

/** What is set: a digit of the test set, or strokes instead of it. */
export interface DigitChange {
  readonly digit?: string;
  readonly strokes: readonly number[] | null;
}

interface DigitControlProps {
  readonly drawing: Drawing;
  /** The sides of the pad: beside the stage, and below it where there is little height. */
  readonly sides: readonly [beside: number, below: number];
  /** A picture that lies there instead: 28 × 28 bytes. */
  readonly picture?: Uint8Array | null;
  /** Beside the pad. */
  readonly aside?: ReactNode;
  /** What the network reads, as the reader is told. */
  readonly reading: ReactNode;
  /** The class that it reads. */
  readonly best: number;
  change(to: DigitChange): void;
}

const WORDS = { label: { en: 'Digit', zh: '数字' } } as const;

/** The pad, the digits of the test set, and what the network reads. An empty pad goes back to the digit of the test set. */
export function DigitControl(props: DigitControlProps) {
  const { drawing, sides, picture = null, aside, reading, best, change } = props;
  const { language } = useFigure();
  const [beside, below] = sides;
  return (
    <div
      className="digit-control"
      style={{ '--pad-beside': `${beside}px`, '--pad-below': `${below}px` } as CSSProperties}
    >
      <div className="digit-paper">
        <Pad
          drawing={drawing}
          picture={picture}
          language={language}
          onChange={({ sample, strokes }) =>
            change(
              sample === null
                ? { strokes: strokes.length > 0 ? packStrokes(strokes) : null }
                : { digit: String(sample), strokes: null },
            )
          }
        />
        {aside}
      </div>
      <Thumbnails
        label={WORDS.label[language]}
        value={picture || drawing.sample === null ? '' : String(drawing.sample)}
        options={Object.keys(DIGITS).map((value) => ({
          ...{ value, label: value, numbers: null },
          picture: <b aria-hidden="true">{value}</b>,
        }))}
        onChange={(digit) => change({ digit, strokes: null })}
      />
      <p data-metric="prediction" data-value={best}>
        {reading}
      </p>
    </div>
  );
}
