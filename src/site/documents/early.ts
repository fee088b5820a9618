import type { embedOf } from '../addresses/embed.ts';
import type { pageOfHash } from '../addresses/places.ts';

/**
 * Runs before the first paint, as text in the page itself: it may use nothing from outside of itself.
 *
 * - A chosen theme never flashes.
 * - A hash that is far longer than any of ours is taken away: with megabytes in it, whatever asks for an address is slow.
 * - A page that was opened as a file says so: browsers run no modules from files.
 * - Of a page that is asked for one figure alone (`?embed=…`) nothing else is ever painted. The opening page leads on to the
 *   page of the figure.
 * - On the opening page, an old address (`/#stride`, `/#scene=…`) leads on to the page where its place is now.
 */
export function early(pageOf: typeof pageOfHash, readEmbed: typeof embedOf): void {
  const root = document.documentElement;
  const { hash, search } = location;
  const isLong = hash.length > 20_000;
  if (isLong) {
    root.dataset['longHash'] = '';
    history.replaceState(history.state, '', location.pathname + search);
  }
  const isFile = location.protocol === 'file:';
  if (isFile) root.dataset['fromFile'] = '';
  const embed = isFile ? undefined : readEmbed(search);
  const scene = embed && /^[\w-]+$/.test(embed.scene) ? embed.scene : '';
  if (embed) {
    root.dataset['embed'] = '';
    root.dataset['without'] = embed.without.join(' ');
    if (embed.theme) root.dataset['theme'] = embed.theme;
    // A name that no scene has selects nothing: all is hidden until the client says so.
    const island = `[data-island="${scene}"]`;
    if ('adoptedStyleSheets' in document) {
      const alone = new CSSStyleSheet();
      alone.replaceSync(
        `body :not(:is(${island},${island} *,:has(${island}))){display:none}body :has(${island}){display:contents}`,
      );
      document.adoptedStyleSheets = [alone];
    }
  } else
    try {
      const theme = localStorage.getItem('theme');
      if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
    } catch {
      // Without storage the page follows the system.
    }
  const places = document.getElementById('places')?.textContent;
  const state = isLong ? '' : hash;
  if (!places || !(embed || state)) return;
  const name = pageOf(embed ? `#fig-${scene}` : state, JSON.parse(places));
  if (name) location.replace(`${name}/${embed ? search : ''}${state}`);
}
