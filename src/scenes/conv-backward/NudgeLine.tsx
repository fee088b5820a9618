import { useNow, useSay } from '../../kit/scene/context.ts';
import { expressionLeft } from '../../kit/scene/equations.ts';
import type { BackwardView } from './view.ts';
import { WORDS } from './words.ts';

/** The gradient of the moment once more, found by two passes forwards alone. */
export function NudgeLine() {
  const say = useSay();
  const { nudged } = useNow().view as BackwardView;
  return (
    <p className="nudge-line">
      <span>{say(WORDS.nudge)}</span>
      <span translate="no" data-nudged={nudged?.value}>
        {nudged ? `${nudged.head}: ${expressionLeft(nudged)} ${nudged.sign} ${nudged.result}` : '…'}
      </span>
    </p>
  );
}
