import type { pageOfHash } from '../addresses/places.ts';

/**
 * Runs before the first paint, as text in the page itself: it may use nothing from outside of itself.
 *
 * - A chosen theme never flashes.
 * - A page that was opened as a file says so: browsers run no modules from files.
 * - On the opening page, an old address (`/#stride`, `/#scene=…`) leads on to the page where its place is now.
 */
export function early(pageOf: typeof pageOfHash): void {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  } catch {
    // Without storage the page follows the system.
  }
  if (location.protocol === 'file:') root.dataset['fromFile'] = '';
  const places = document.getElementById('places')?.textContent;
  const name = places && location.hash ? pageOf(location.hash, JSON.parse(places)) : undefined;
  if (name) location.replace(`${name}/${location.hash}`);
}
