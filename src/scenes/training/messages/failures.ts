import type { Text } from '../../../language/language.ts';
import type { Failed } from '../run/state.ts';

/** What did not come or broke off, said to the reader. */
export const FAILURES: Readonly<Record<Failed['problem'], Text>> = {
  unreachable: {
    en: 'The digits did not come: the connection may be down. What is there already is kept.',
    zh: '训练数字没有取到，可能是网络断了。已经取到的都还在。',
  },
  missing: {
    en: 'A file of digits is missing on the server. What is there already is kept.',
    zh: '服务器上缺了一个数字文件。已经取到的都还在。',
  },
  'cut-off': {
    en: 'A file of digits ended too early, three times. The other files are kept.',
    zh: '有一个数字文件三次都没传完。其余文件都还在。',
  },
  damaged: {
    en: 'A file of digits came damaged, three times. The other files are kept.',
    zh: '有一个数字文件三次都损坏了。其余文件都还在。',
  },
  unknown: {
    en: 'The list of digits is none that this page can read. A reload may bring the right one.',
    zh: '本页读不懂这份数字清单。刷新页面也许能取到正确的。',
  },
  settings: {
    en: 'A network cannot be built with these settings.',
    zh: '按这些设置搭不成网络。',
  },
  internal: {
    en: 'Training broke off at an error of its own. Its last checkpoint is kept.',
    zh: '训练因自身错误中断，最近的检查点还在。',
  },
  lost: {
    en: 'The browser ended the worker that trains, four times in a row. The last checkpoint is kept.',
    zh: '浏览器连续四次终止了负责训练的工作线程。最近的检查点还在。',
  },
  'no-worker': {
    en: 'This browser lets no worker run here, and on the page itself training would block it. Another browser will do.',
    zh: '这个浏览器不允许工作线程运行；若在页面上直接训练，页面会卡住。请换一个浏览器。',
  },
  tests: {
    en: 'The test digits did not come; training goes on without them.',
    zh: '测试数字没有取到；训练照常进行。',
  },
};
