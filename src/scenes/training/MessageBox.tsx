import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Message } from './messages.ts';
import { useTraining } from './useTraining.ts';

/** What went wrong or was lost, over the stage, with what can be done about it. */
export function MessageBox({ message, box }: { readonly message: Message; readonly box: Box }) {
  const { store } = useFigure();
  const say = useSay();
  const training = useTraining();
  return (
    <div
      className={`training-message${message.isTrouble ? ' is-trouble' : ''}`}
      role={message.isTrouble ? 'alert' : 'status'}
      style={{ left: box.x, top: box.y, width: box.width, minHeight: box.height }}
    >
      <p>{say(message.text)}</p>
      {message.acts.map(({ label, change, isRead }) => (
        <button
          key={label.en}
          type="button"
          className="kit-button"
          onClick={() => {
            if (change) store.actions.setParams(change);
            else if (isRead) training.dismiss();
            else training.retry();
          }}
        >
          {say(label)}
        </button>
      ))}
    </div>
  );
}
