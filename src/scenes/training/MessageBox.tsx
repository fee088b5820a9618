import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { StageSize } from '../../kit/scene/defineScene.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Message } from './messages/message.ts';
import { useTraining } from './useTraining.ts';

interface MessageBoxProps {
  readonly messages: readonly Message[];
  readonly box: Box;
  readonly size: StageSize;
}

/** What went wrong or was lost, over the lower part of the stage, with what can be done about it. */
export function MessageBox({ messages, box, size }: MessageBoxProps) {
  const { x: left, y, width, height } = box;
  const each = height / messages.length;
  return (
    <div className="training-messages" style={{ left, width, bottom: size.height - y - height }}>
      {messages.map((message) => (
        <MessageRow key={message.text.en} message={message} least={each} />
      ))}
    </div>
  );
}

function MessageRow({ message, least }: { readonly message: Message; readonly least: number }) {
  const { store } = useFigure();
  const say = useSay();
  const training = useTraining();
  return (
    <div
      className={`training-message${message.isTrouble ? ' is-trouble' : ''}`}
      role={message.isTrouble ? 'alert' : 'status'}
      style={{ minHeight: least }}
    >
      <p>{say(message.text)}</p>
      {message.acts.map(({ label, change, isRead }) => (
        <button
          key={label.en}
          type="button"
          className="kit-button"
          onClick={() => {
            if (change) store.actions.setParams(change);
            else if (isRead) training.tell(null);
            else training.retry();
          }}
        >
          {say(label)}
        </button>
      ))}
    </div>
  );
}
