import type { Text } from '../../language/language.ts';
import type { ForwardLayer, SquareSizes } from './layer.ts';
import { unreadSentence, windowsSentence } from './words.ts';

/** ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 with its numbers (Dumoulin & Visin 2016, relationship 15), and what it means. */
export function sizesOf(
  { input, stride }: SquareSizes,
  { sides, extent, out, unread }: ForwardLayer,
): { readonly tex: string; readonly sentence: Text } {
  const [before, , after] = sides;
  const padding = before === after ? `2\\cdot ${before}` : `${before}+${after}`;
  const windows = windowsSentence(out);
  const read = unreadSentence(unread, after);
  return {
    tex: `\\lfloor(${input}+${padding}-${extent})/${stride}\\rfloor+1=\\mathbf{${out}}`,
    sentence: { en: `${windows.en} ${read.en}`, zh: `${windows.zh}${read.zh}` },
  };
}
