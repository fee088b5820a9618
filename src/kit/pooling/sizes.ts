import type { Text } from '../../language/language.ts';
import { windowsSentence } from '../convolution/words.ts';
import type { PoolLayer } from './layer.ts';
import { farSideSentence } from './words.ts';

/** ⌊(i + 2p − k) / s⌋ + 1, or rounded up, with its numbers (Dumoulin & Visin 2016; PyTorch's ceil mode), and what it means. */
export function poolSizes(layer: PoolLayer): { readonly tex: string; readonly sentence: Text } {
  const { side, extent, stride, out, options, sides, unread, over, dropped } = layer;
  const [open, close] = options.ceilMode ? ['\\lceil', '\\rceil'] : ['\\lfloor', '\\rfloor'];
  const less = dropped ? '-1' : '';
  const windows = windowsSentence(out);
  const far = farSideSentence({ unread, over, padding: sides[2], dropped });
  return {
    tex: `${open}(${side}+2\\cdot ${sides[0]}-${extent})/${stride}${close}+1${less}=\\mathbf{${out}}`,
    sentence: { en: `${windows.en} ${far.en}`, zh: `${windows.zh}${far.zh}` },
  };
}
