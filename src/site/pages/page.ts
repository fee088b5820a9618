import type { ReactNode } from 'react';
import type { PageId } from '../addresses/address.ts';
import type { Links } from '../addresses/links.ts';
import type { Manifest } from '../manifest/manifest.ts';

/** What a page is made from. */
export interface PageContext {
  readonly id: PageId;
  readonly manifest: Manifest;
  readonly links: Links;
  /** Every scene in its first state, as HTML. */
  readonly figures: ReadonlyMap<string, string>;
}

/** A page before it is written: its content and what its head says. */
export interface PageContent {
  /** The title of the page alone, without the site's. */
  readonly title: string;
  readonly description: string;
  readonly main: ReactNode;
  /** Names of the scenes on it: their styles belong to the page. */
  readonly scenes: readonly string[];
  /** Words of the glossary whose definitions the page carries, to be shown beside them. */
  readonly terms: ReadonlySet<string>;
  /** What a search engine is told, without what all pages share (schema.org). */
  readonly structured: Readonly<Record<string, unknown>>;
}
