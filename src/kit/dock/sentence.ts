/** Where a sentence ends. A point between digits or letters ends none. */
const END = /[.!?…]["”’)]*(?=\s)|[。！？][”’）]*/g;

/** Elements in which a sentence does not go on from before. */
const BLOCKS = 'p, li, td, th, dd, dt, blockquote, figcaption, h1, h2, h3, h4, div, section';

/**
 * The part of a text that is the sentence around a stretch of it.
 *
 * @returns from its first character to behind its last, ends included
 */
export function sentenceAround(text: string, from: number, to: number): readonly [number, number] {
  let start = 0;
  for (const match of text.matchAll(END)) {
    const behind = match.index + match[0].length;
    if (behind <= from) start = behind;
    else if (behind >= to) return [start, behind];
  }
  return [start, text.length];
}

/** The sentence that holds a phrase of the page, as a range; the phrase alone where it stands in no block of text. */
export function sentenceOf(phrase: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(phrase);
  const block = phrase.closest(BLOCKS);
  if (!block) return range;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(phrase);
  const from = before.toString().length;
  const text = block.textContent ?? '';
  const [start, end] = sentenceAround(text, from, from + (phrase.textContent ?? '').length);
  const skipped = (text.slice(start).match(/^\s*/) as RegExpMatchArray)[0].length;
  setEdge(block, start + skipped, (node, at) => range.setStart(node, at));
  setEdge(block, end, (node, at) => range.setEnd(node, at));
  return range;
}

/** Finds the text node and the place in it of a character of a block. */
function setEdge(block: Element, offset: number, set: (node: Text, at: number) => void): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) {
      set(node, left);
      return;
    }
    left -= node.length;
  }
}
