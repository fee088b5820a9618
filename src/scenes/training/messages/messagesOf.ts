import type { TrainingModel } from '../model.ts';
import type { SettingParams } from '../parameters.ts';
import type { Note } from '../run/contract.ts';
import { otherSettings, packed } from '../settings.ts';
import type { Message } from './message.ts';
import { messageOf } from './messageOf.ts';
import { noteOf } from './notes.ts';

/** The same of run B: named, and what is offered changes its settings. */
function ofOther({ text, isTrouble, acts }: Message, other: SettingParams): Message {
  return {
    text: { en: `Run B: ${text.en}`, zh: `对照 B：${text.zh}` },
    isTrouble,
    acts: acts.map(({ change, ...act }) =>
      change ? { ...act, change: { other: packed({ ...other, ...change } as SettingParams) } } : act,
    ),
  };
}

/** What there is to say of both runs, and where neither has trouble, the note. */
export function messagesOf({ params, a, b }: TrainingModel, note: Note | null): Message[] {
  const other = otherSettings(params);
  const ofA = messageOf(a, params);
  const found = b && other && messageOf(b, other);
  const said = [ofA, found && other && ofOther(found, other)].filter((one) => one !== null);
  // One worker lost, or one set of digits missing, concerns both in the same words.
  const isSame = ofA && found && ofA.text.en === found.text.en && ofA.acts.every(({ change }) => !change);
  const shown = isSame ? said.slice(0, 1) : said;
  return shown.length === 0 && note ? [noteOf(note)] : shown;
}
