import { notify } from './notice.ts';

let said = false;

/**
 * A figure's code could not be fetched: most likely a new edition of the site stands where the one of this page stood,
 * or the connection is down. Said once, with the way out.
 */
export function sayUnreachable(): void {
  if (said) return;
  said = true;
  notify({
    fixed: true,
    text: {
      en: 'A figure could not be fetched: there is a new edition of this site, or no connection.',
      zh: '有一幅图没能取到：本站已更新，或网络已断开。',
    },
    button: { label: { en: 'Load the page again', zh: '重新载入' }, press: () => location.reload() },
  });
}
