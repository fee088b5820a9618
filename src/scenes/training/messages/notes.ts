import type { Text } from '../../../language/language.ts';
import { WORDS as FILES } from '../panels/files/words.ts';
import type { Note } from '../run/contract.ts';
import type { Act, Message } from './message.ts';

const READ: Act = { label: { en: 'All right', zh: '知道了' }, isRead: true };

const NOTES: Readonly<Record<Note, Text>> = {
  refused: {
    en: 'This browser stores nothing here: the run is lost when the page is left. A link to this state trains it again, to the same numbers.',
    zh: '浏览器不让这里保存：离开页面，这次训练就没有了。用“这一状态的链接”可以重新训练出同样的数字。',
  },
  full: {
    en: 'The browser has no more room for this site: the run is lost when the page is left. Save its weights, or a link, which trains it again to the same numbers.',
    zh: '浏览器给本站的空间满了：离开页面，这次训练就没有了。请保存权重，或留一个链接，它会重新训练出同样的数字。',
  },
  waited: {
    en: 'Training waited while this tab was hidden, and goes on.',
    zh: '这个标签页隐藏时，训练停下来等着，现在继续。',
  },
  'came-back': {
    en: 'The run stands where you left it. Start goes on; Reset begins again.',
    zh: '训练还停在你离开的地方。按“开始”继续，按“重置”从头再来。',
  },
  'not-handed': FILES.refused,
  'not-shown': FILES.notShown,
};

/** What is said softly. */
export const noteOf = (note: Note): Message => ({
  isTrouble: false,
  text: NOTES[note],
  acts: [READ],
});
