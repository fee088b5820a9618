import { expect, it } from 'vitest';
import { gatherChrome } from '../../../tools/chrome.ts';

it('the controls of the figures stand together, in their order, and leave a slot each', () => {
  const figure = (name: string) =>
    `<figure><div class="figure-tools"><div>${name}</div></div><svg/><div class="transport">bar</div></figure>`;
  expect(gatherChrome(`<p>a</p>${figure('one')}<p>b</p>${figure('two')}`)).toBe(
    '<p>a</p><figure><i data-chrome></i><svg/><i data-chrome></i></figure>' +
      '<p>b</p><figure><i data-chrome></i><svg/><i data-chrome></i></figure>' +
      '<template id="figure-chrome"><div class="figure-tools"><div>one</div></div><div class="transport">bar</div>' +
      '<div class="figure-tools"><div>two</div></div><div class="transport">bar</div></template>',
  );
});
