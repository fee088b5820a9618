import { useEffect, useMemo, useState } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { type Drawing, EMPTY_DRAWING, isEmpty } from '../../kit/digits/drawing.ts';
import { Pad } from '../../kit/digits/Pad.tsx';
import type { SceneProps } from '../../kit/figure/SceneFigure.tsx';
import type { Tensor } from '../../tensor/tensor.ts';
import { REST, UNFINISHED } from './first.ts';
import { GuessStrip } from './GuessStrip.tsx';
import { type Guess, withGuess } from './guesses.ts';
import { Maps } from './Maps.tsx';
import { read, type Spot, strongestSpot } from './read.ts';
import { Shares } from './Shares.tsx';
import { TakenApart } from './TakenApart.tsx';
import { useWriting } from './useWriting.ts';
import { readText, shapeNote, WORDS } from './words.ts';

const FIRST: Drawing = { sample: null, strokes: [UNFINISHED] };
/** The layers that are shown, by their number, and how their maps lie. */
const SHOWN = [
  { layer: 0, name: WORDS.convolve, across: 2, side: 53 },
  { layer: 2, name: WORDS.pool, across: 2, side: 38 },
  { layer: 3, name: WORDS.convolve, across: 4, side: 44 },
  { layer: 5, name: WORDS.pool, across: 4, side: 30 },
] as const;

/** The opening's card: a pad, the network at work on what is drawn, and one of its numbers taken apart. */
export function DrawnDigit({ language }: SceneProps) {
  const [drawing, setDrawing] = useState(FIRST);
  const [guesses, setGuesses] = useState<readonly Guess[]>([]);
  const [asked, setAsked] = useState<Spot | null>(null);
  const [ready, setReady] = useState(false);
  const reading = useMemo(() => read(drawing), [drawing]);
  const spot = asked ?? strongestSpot(reading);
  const change = (next: Drawing): void => {
    setDrawing(next);
    const starts = next.strokes.length <= 1 && (next.strokes[0]?.length ?? 0) <= 1;
    setGuesses((before) => withGuess(starts ? [] : before, read(next)));
  };
  const endWriting = useWriting(change);
  useEffect(() => setReady(true), []);
  const byHand = (next: Drawing): void => {
    endWriting();
    change(next);
  };
  const { best, shares } = reading;
  const percent = best === null ? '' : printNumber(100 * (shares[best] as number), { digits: 0 }).text;
  const isFirst =
    drawing.strokes.length === 1 && drawing.sample === null && drawing.strokes[0]?.[0] === UNFINISHED[0];
  const say = (text: { readonly en: string; readonly zh: string }): string => text[language];
  return (
    <figure className="drawn-digit" data-ready={ready ? '' : undefined} aria-label={say(WORDS.title)}>
      <div className="drawn-pad">
        <Pad drawing={drawing} language={language} ghost={isFirst ? [REST] : undefined} onChange={byHand} />
        {(isFirst || isEmpty(drawing)) && <span className="drawn-hint">{say(WORDS.draw)}</span>}
        <button type="button" className="kit-button" onClick={() => byHand(EMPTY_DRAWING)}>
          {say(WORDS.clear)}
        </button>
        <GuessStrip guesses={guesses} language={language} />
      </div>
      <div className="drawn-layers">
        {SHOWN.map(({ layer, name, across, side }) => {
          const of = reading.layers[layer] as Tensor;
          const [, maps = 1, rows = 1] = of.shape;
          return (
            <Maps
              key={layer}
              name={say(name)}
              note={say(shapeNote(maps, rows))}
              {...{ of, across, side }}
              {...(layer === 0 && { spot, onSpot: setAsked })}
            />
          );
        })}
      </div>
      <Shares reading={reading} language={language} />
      <TakenApart reading={reading} spot={spot} language={language} href="convolution/" />
      <p
        className="visually-hidden"
        aria-live="polite"
        data-metric="prediction"
        data-value={best ?? undefined}
      >
        {best === null ? say(WORDS.empty) : say(readText(best, percent))}
      </p>
    </figure>
  );
}
