interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Record<string, unknown>;
  value?: string;
  children?: Node[];
}

/** A formula of at most so many letters of TeX, as a + b or p − y, stays in one piece before punctuation. */
const SHORT = 12;
/** What may not begin a line: closing punctuation of both languages, and the hyphen of “s-th”. */
const CLOSING = /^[-–.,;:!?)\]%’”…，。、；：！？）》」』]+/u;

/**
 * Keeps a formula and the punctuation behind it on one line. KaTeX sets each unbreakable part of a formula as an inline
 * block, after which a browser breaks a line whatever follows. So the last part may not end a line (which Chromium
 * asks), nor may the formula and the punctuation be parted (which Firefox asks); within a long formula lines break as ever.
 */
export const rehypeKept = () => (tree: Node) => keep(tree, '');

/** `after` is the text behind the node. */
function keep(node: Node, after: string): void {
  if (!node.children) return;
  const kept: Node[] = [];
  node.children.forEach((child, index) => {
    const next = node.children?.[index + 1];
    const behind = next ? textOf(next) : after;
    if (!isFormula(child)) {
      keep(child, isInline(child) ? behind : '');
      kept.push(child);
      return;
    }
    const [closing] = CLOSING.exec(behind) ?? [];
    if (closing === undefined) {
      kept.push(child);
      return;
    }
    keepLastPart(child);
    if (next?.type !== 'text') {
      kept.push(child);
      return;
    }
    next.value = behind.slice(closing.length);
    kept.push(
      span([child, { type: 'text', value: closing }], texOf(child).length > SHORT ? 'may-break' : undefined),
    );
  });
  node.children = kept;
}

function keepLastPart(formula: Node): void {
  const glyphs = formula.children?.find((part) => has(part, 'katex-html'));
  const last = glyphs?.children?.pop();
  if (last) glyphs?.children?.push(span([last]));
}

const span = (children: Node[], also?: string): Node => ({
  type: 'element',
  tagName: 'span',
  properties: { className: also ? ['kept', also] : ['kept'] },
  children,
});

/** The TeX of a formula, as KaTeX keeps it for readers of the page. */
function texOf(node: Node): string {
  if (node.tagName === 'annotation') return node.children?.map(textOf).join('') ?? '';
  return node.children?.map(texOf).join('') ?? '';
}

const textOf = (node: Node): string => (node.type === 'text' ? (node.value ?? '') : '');
const isFormula = (node: Node): boolean => has(node, 'katex');
const isInline = (node: Node): boolean =>
  node.type === 'mdxJsxTextElement' || node.tagName === 'em' || node.tagName === 'strong';

function has(node: Node, name: string): boolean {
  const names = node.properties?.['className'];
  return Array.isArray(names) && names.includes(name);
}
