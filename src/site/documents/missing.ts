import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../language/language.ts';
import { WORDS } from '../words.ts';
import { LANG } from './head.ts';

const STYLE = `:root{color-scheme:light dark;font:1.125rem/1.6 Georgia,"Songti SC","Noto Serif CJK SC",serif}
body{max-width:34rem;margin:18vh auto 0;padding:0 1.25rem}h1{font-size:1.75rem;line-height:1.2}section+section{margin-top:3rem}`;
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/**
 * The page that a host shows for an address that leads nowhere. It may be shown at any depth, so it carries its own
 * style, and its links start at the root of the host, or at the address of the site where that is known.
 */
export function missingDocument(site: string | undefined): string {
  const root = site ? new URL('.', site).pathname : '/';
  const sections = LANGUAGES.map((language, i) => {
    const heading = i === 0 ? 'h1' : 'h2';
    return `<section lang="${LANG[language]}"><${heading}>${WORDS.missingTitle[language]}</${heading}>
<p>${WORDS.missing[language]}</p>
<p><a href="${root}${language === 'en' ? '' : `${language}/`}">${WORDS.toStart[language]}</a></p></section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${STYLE_HASH}; img-src data:" />
<meta name="viewport" content="width=device-width,initial-scale=1" />
<meta name="robots" content="noindex" />
<title>${WORDS.missingTitle.en} · ${WORDS.title.en}</title>
<link rel="icon" href="data:," />
<style>${STYLE}</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`;
}
