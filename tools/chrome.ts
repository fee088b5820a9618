/** The parts of a figure that do nothing without a script, and that its style sheet hides there. */
const PARTS = /<div class="(?:figure-tools|transport|figure-controls|pin-bar)[ "]/g;
const SLOT = '<i data-chrome></i>';

/** Where the div that begins at `start` ends. */
function endOf(html: string, start: number): number {
  const tag = /<(\/?)div\b/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return html.indexOf('>', match.index) + 1;
  }
  throw new Error('a figure has a div without an end');
}

/**
 * Lays the controls of all figures side by side in a template at the end of the page. They are much alike, and a
 * packer only sees that within 32 kB. The page puts them back in place before anything else (src/page/chrome.ts).
 */
export function gatherChrome(html: string): string {
  const parts: string[] = [];
  let rest = '';
  let from = 0;
  for (const { index } of html.matchAll(PARTS)) {
    if (index < from) continue;
    const end = endOf(html, index);
    parts.push(html.slice(index, end));
    rest += html.slice(from, index) + SLOT;
    from = end;
  }
  return `${rest}${html.slice(from)}<template id="figure-chrome">${parts.join('')}</template>`;
}
