import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLE = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+\.css)"[^>]*>/;
const SCRIPT = /<script src="\.\/(theme\.js)"><\/script>/;

/** The two files without which nothing can be painted. */
export interface Critical {
  readonly style: string;
  readonly script: string;
}

/** Takes them out of the built site: a page that carries them itself saves its reader a round trip. */
export async function takeCritical(dist: string, template: string): Promise<Critical> {
  const take = async (pattern: RegExp): Promise<string> => {
    const file = pattern.exec(template)?.[1];
    if (!file) throw new Error(`the template has nothing like ${pattern.source}`);
    const text = await readFile(path.join(dist, file), 'utf8');
    await rm(path.join(dist, file));
    return text.trim();
  };
  return { style: await take(STYLE), script: await take(SCRIPT) };
}

/** Writes them into a page, and their hashes into its policy: no other inline style or script may run. */
export function inlineCritical(
  template: string,
  csp: string,
  critical: Critical,
  root: string,
): { page: string; csp: string } {
  // In its own file an address is relative to assets/; here it is relative to the page.
  const style = critical.style.replace(
    /url\((["']?)\.\//g,
    (_, quote: string) => `url(${quote}${root}assets/`,
  );
  return {
    page: template
      .replace(STYLE, () => `<style>${style}</style>`)
      .replace(SCRIPT, () => `<script>${critical.script}</script>`),
    csp: csp
      .replace("style-src 'self'", (text) => `${text} ${hashOf(style)}`)
      .replace("script-src 'self'", (text) => `${text} ${hashOf(critical.script)}`),
  };
}
