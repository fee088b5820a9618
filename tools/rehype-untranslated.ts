interface Node {
  readonly type: string;
  properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

/** Formulas are the same in every language: a browser that translates the page leaves them alone. */
export const rehypeUntranslated = () => (tree: Node) => mark(tree);

function mark(node: Node): void {
  const names = node.properties?.['className'];
  if (Array.isArray(names) && names.some((name) => name === 'katex' || name === 'katex-display'))
    node.properties = { ...node.properties, translate: 'no' };
  else for (const child of node.children ?? []) mark(child);
}
