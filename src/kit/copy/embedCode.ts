/** Below the figure stands a link to the article, a line high. */
const LINK = 32;

/** The address without what is asked of it: a figure that stands alone is part of an article. */
export function articleAddress(href: string): string {
  const address = new URL(href);
  address.search = '';
  return address.href;
}

/**
 * The address at which one figure stands alone, in the state of `hash`. Where it does so already, its theme and what
 * it goes without stay.
 *
 * @param href of the page with the figure
 */
export function embedAddress(href: string, scene: string, hash: string): string {
  const address = new URL(href);
  if (address.searchParams.get('embed') !== scene) address.search = `?embed=${scene}`;
  address.hash = hash;
  return address.href;
}

interface Embedded {
  readonly address: string;
  readonly title: string;
  /** Of the figure, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** HTML that shows a figure in another page: as large as it is here, narrower where that page is. */
export function embedCode({ address, title, width, height }: Embedded): string {
  const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="${Math.ceil(width)}" height="${
    Math.ceil(height) + LINK
  }" style="border: 0; max-width: 100%" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
}
