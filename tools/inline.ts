import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLE = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+\.css)"[^>]*>/;
const SCRIPT = /<script src="\.\/(theme\.js)"><\/script>/;

/** The faces of the formulas: no first screen has any, and together they weigh more than the text. */
const FORMULA_FACE = /@font-face\{[^}]*KaTeX_[^}]*\}/g;

/** What a page cannot be painted without, and where the rest of the styles went. */
export interface Critical {
  readonly style: string;
  readonly script: string;
  /** The style sheet with the faces of the formulas, seen from the root. */
  readonly formulaFonts: string;
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
  const style = await take(STYLE);
  const faces = style.match(FORMULA_FACE)?.join('') ?? '';
  const formulaFonts = `assets/formulas-${createHash('sha256').update(faces).digest('hex').slice(0, 8)}.css`;
  await writeFile(path.join(dist, formulaFonts), faces);
  return { style: style.replace(FORMULA_FACE, ''), script: await take(SCRIPT), formulaFonts };
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
      .replace('<html ', (html) => `${html}data-formula-fonts="${root}${critical.formulaFonts}" `)
      .replace(
        STYLE,
        () =>
          `<style>${style}</style><noscript><link rel="stylesheet" href="${root}${critical.formulaFonts}" /></noscript>`,
      )
      .replace(SCRIPT, () => `<script>${critical.script}</script>`),
    csp: csp
      .replace("style-src 'self'", (text) => `${text} ${hashOf(style)}`)
      .replace("script-src 'self'", (text) => `${text} ${hashOf(critical.script)}`),
  };
}
