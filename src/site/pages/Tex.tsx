import katex from 'katex';
import { katexOptions } from '../../formula/katex.ts';

/** A formula, typeset when the page is built. It is the same in every language. */
export function Tex({ tex }: { readonly tex: string }) {
  return (
    <span
      className="tex"
      translate="no"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: what KaTeX made of our own text
      dangerouslySetInnerHTML={{ __html: katex.renderToString(tex, katexOptions(false)) }}
    />
  );
}
