import type { Term } from '../../explain/explanation.ts';
import { printNumber } from '../../formula/numbers.ts';
import { headOf } from '../../kit/digitPass/equations.ts';
import { nodeAt, numberOf } from '../../kit/digitPass/nodes.ts';
import { tileOf } from '../../kit/digitPass/tile.ts';
import { weightHead } from '../../kit/digitPass/weightLines.ts';
import type { SubjectOrWeight } from '../../kit/digitPass/weightSubject.ts';
import { placeOfWeight } from '../../kit/digitPass/weights.ts';
import { Candidates } from '../../kit/number/Candidates.tsx';
import { NumberPlate } from '../../kit/number/NumberPlate.tsx';
import { Tiles } from '../../kit/number/Tiles.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { fromText, intoText, mapText, nudgeText, WORDS } from './words.ts';

interface PanelProps {
  readonly box: Box;
  readonly subject: SubjectOrWeight;
  /** The map whose products are written out. */
  readonly tile: number;
}

/** The number taken apart: a tile for each map that it reads, window × weights = share; below, what it goes into. */
export function Panel({ box, subject, tile }: PanelProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const { tiles, isBack, value, gradient, weight } = subject;
  const made = isBack ? gradient : value;
  const reader = isBack ? nodeAt(numberOf(subject.node) + 1) : subject.node;
  const pinWeight = (term: Term | undefined): void => {
    const factor = term?.factors.find(({ tensor }) => tensor === 'w');
    const place = factor && placeOfWeight(reader, 'w', factor.index);
    if (place) store.actions.pin(place);
  };
  return (
    <NumberPlate
      box={box}
      title={say(weight ? (isBack ? WORDS.allUses : WORDS.weight) : WORDS.from)}
      number={`${weight ? weightHead(weight, isBack) : headOf(subject)} = ${printNumber(made).text}`}
      hue={isBack ? 'gradient' : 'output'}
      under={fromText(subject, language)}
      foot={[
        { head: say(WORDS.into), text: say(intoText(subject)) },
        { text: say(nudgeText(subject)), hue: 'gradient' },
      ]}
    >
      {(middle) =>
        tiles.length > 0 ? (
          <Tiles
            box={middle}
            tiles={tiles}
            chosen={tileOf(subject, tile)}
            nameOf={({ map }) => say(mapText(map))}
            pressWeight={weight ? undefined : (of, i) => pinWeight(of.terms[i])}
            choose={(chosen) => store.actions.setParams({ tile: chosen })}
          />
        ) : (
          <Candidates
            box={middle}
            explanation={subject.explanation}
            made={made}
            letter={isBack ? '∂z' : 'a'}
          />
        )
      }
    </NumberPlate>
  );
}
