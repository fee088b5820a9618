import { tex } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import type { SharingModel } from './model.ts';
import type { SharingView } from './view.ts';
import { thousands } from './words.ts';

/** The rule of what is on the screen, with symbols (Goodfellow et al. 2016, §9.2). */
export function ruleOf(_: SharingModel, { stage, sum, shares }: SharingView): string {
  const { tensor } = sum.explanation;
  if (tensor === 'y') {
    if (shares) return `${tex('y', 'i')}=\\sum_{u}${tex('shared', 'u')}\\,${tex('x', 'i+u')}+${tex('b')}`;
    return stage === 'local'
      ? `${tex('y', 'i')}=\\sum_{u}${tex('w', 'i,i+u')}\\,${tex('x', 'i+u')}+${tex('b', 'i')}`
      : `${tex('y', 'i')}=\\sum_{i'}${tex('w', "i,i'")}\\,${tex('x', "i'")}+${tex('b', 'i')}`;
  }
  if (tensor === 'dx') return `${tex('dx', "i'")}=\\sum_{i}${tex('dy', 'i')}\\,${tex('w', "i,i'")}`;
  if (tensor === 'dw') return `${tex('dw', "i,i'")}=${tex('dy', 'i')}\\,${tex('x', "i'")}`;
  if (tensor === 'dshared') return `${tex('dshared', 'u')}=\\sum_{i}${tex('dy', 'i')}\\,${tex('x', 'i+u')}`;
  return tensor === 'db' ? `${tex('db')}=\\sum_{i}${tex('dy', 'i')}` : `${tex('db', 'i')}=${tex('dy', 'i')}`;
}

/** What the convolution of the reader's sizes learns, and what sharing divides by. */
export function sizesOf({ params, counted }: SharingModel): {
  readonly tex: string;
  readonly sentence: Text;
} {
  const { kernel, channels, filters } = params;
  const places = thousands(counted.local / counted.shared);
  const side = counted.outSide;
  return {
    tex: `${filters}\\,(${kernel}\\cdot${kernel}\\cdot${channels}+1)=\\mathbf{${counted.shared}}`,
    sentence: {
      en: `Sharing divides by ${places}, the ${side} × ${side} places of the window.`,
      zh: `共享把它除以 ${places}，也就是窗口的 ${side} × ${side} 个位置。`,
    },
  };
}
