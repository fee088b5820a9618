/** What a chapter declares while it is rendered, in the order of its text. */
export interface Gathered {
  readonly sections: { readonly id: string; readonly title: string }[];
  readonly figures: { readonly name: string; readonly number: string }[];
  readonly equations: { readonly id: string; readonly number: string }[];
  /** Words of the glossary that this chapter uses. */
  readonly terms: Set<string>;
  /** Gives the next number of a figure or an equation: `3.2`. */
  next(list: readonly unknown[]): string;
}

/** An empty list of what a chapter declares. */
export const gathering = (chapter: number): Gathered => ({
  sections: [],
  figures: [],
  equations: [],
  terms: new Set(),
  next: (list) => `${chapter}.${list.length + 1}`,
});
