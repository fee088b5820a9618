import { printNumber } from '../../formula/numbers.ts';
import { headOf } from '../../kit/digitPass/equations.ts';
import { tileOf } from '../../kit/digitPass/tile.ts';
import { NumberPlate } from '../../kit/number/NumberPlate.tsx';
import { Tiles } from '../../kit/number/Tiles.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { SaliencyModel } from './model.ts';
import type { GradientView } from './view.ts';
import { mapText, nudgeText, WORDS } from './words.ts';

interface PanelProps {
  readonly box: Box;
  readonly model: SaliencyModel;
  readonly view: GradientView;
}

/** The gradient taken apart: a tile for each map from which it came. A gate or a choice has its line alone. */
export function Panel({ box, model, view }: PanelProps) {
  const { store } = useFigure();
  const say = useSay();
  const { subject } = view;
  const { tiles, isBack, value, gradient } = subject;
  return (
    <NumberPlate
      box={box}
      title={say(isBack ? WORDS.from : WORDS.given)}
      number={`${headOf(subject)} = ${printNumber(isBack ? gradient : value).text}`}
      hue={isBack ? 'gradient' : 'input'}
      foot={[{ text: say(nudgeText(model, view)), hue: 'gradient' }]}
    >
      {(middle) =>
        tiles.length > 0 && (
          <Tiles
            box={middle}
            tiles={tiles}
            chosen={tileOf(subject, model.params.tile)}
            nameOf={({ map }) => say(mapText(map))}
            choose={(chosen) => store.actions.setParams({ tile: chosen })}
          />
        )
      }
    </NumberPlate>
  );
}
