import type { Text } from '../../language/language.ts';
import { language } from './page.ts';

const DISMISS: Text = { en: 'Dismiss', zh: '关闭' };

/** What is said of a hash that is not even read. */
export const LONG: Text = {
  en: 'This link is too long to be one of ours, so it was not read.',
  zh: '这个链接太长，不是本页写出的，因此没有读取。',
};

interface Notice {
  readonly text: Text;
  /** Instead of the button that puts it away. */
  readonly button?: { readonly label: Text; press(): void };
  /** At the lower edge of the window, wherever the reader is; else at the top of the page. */
  readonly fixed?: boolean;
}

/** Says a sentence about the page itself. There is one at a time. */
export function notify({ text, button, fixed = false }: Notice): void {
  withdraw();
  const words = language();
  const notice = document.createElement('div');
  notice.className = `page-notice notice${fixed ? ' is-fixed' : ''}`;
  notice.setAttribute('role', 'status');
  const press = document.createElement('button');
  press.type = 'button';
  press.textContent = button ? button.label[words] : '×';
  if (!button) press.setAttribute('aria-label', DISMISS[words]);
  press.addEventListener('click', () => (button ? button.press() : withdraw()));
  document.body.prepend(notice);
  // A live region speaks what arrives after it.
  notice.append(text[words], press);
}

/** Takes the notice away, if there is one. The notices inside of figures are not touched. */
export const withdraw = (): void => document.querySelector('body > .page-notice')?.remove();
