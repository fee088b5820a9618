import { Crumbs } from '../../kit/crumbs/Crumbs.tsx';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import type { SubjectOrWeight } from '../../kit/digitPass/weightSubject.ts';
import { useFigure, useFigureState, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { positionOf } from '../../playback/track.ts';
import { mapText, scoreText, spotText, WORDS, weightPath } from './words.ts';

/** Too little for the whole path. */
const NARROW = 360;

/** From the network over the layer and the map to the number. */
export function Path({ box, subject }: { readonly box: Box; readonly subject: SubjectOrWeight }) {
  const { actions } = useFigure().store;
  const say = useSay();
  const track = useFigureState((state) => state.track);
  const { node, spot, layer, isBack } = subject;
  const { name, maps, cols } = FACTS[node];
  const toLayer = (): void => {
    actions.pin(null);
    actions.seek(positionOf(track, { stretch: `${isBack ? 'b' : 'f'}${layer}` }));
  };
  const inLayer = subject.weight
    ? weightPath(subject.weight).map((text) => ({ text: say(text) }))
    : [
        ...(maps > 1 ? [{ text: say(mapText(spot.plane)) }] : []),
        { text: say(cols === 1 ? scoreText(spot.row) : spotText(spot.row, spot.col)) },
      ];
  const path = [
    { text: say(WORDS.network), go: () => actions.pin(null) },
    { text: say(name), go: toLayer },
    ...inLayer,
  ];
  return <Crumbs box={box} label={say(WORDS.crumbs)} path={path.slice(box.width < NARROW ? 1 : 0)} />;
}
