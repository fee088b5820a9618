import type { Text } from '../../language/language.ts';
import type { Model } from '../../network/model.ts';
import type { NetworkSpec } from '../../network/spec.ts';
import { loadWeights, networkIn } from '../../network/weights.ts';

/** The largest file that is looked at: weights of networks for digits are far smaller. */
const LARGEST = 20e6;

/** What came of a file: a model, or why there is none, said to the reader. */
export type WeightsRead =
  | { readonly model: Model; readonly problem?: undefined }
  | { readonly model?: undefined; readonly problem: Text };

/** The networks that a figure can do something with. */
export interface Wanted {
  fits(network: NetworkSpec): boolean;
  /** What is said of the weights of another one. */
  readonly otherNetwork: Text;
}

const PROBLEMS = {
  large: {
    en: 'This file is far larger than the weights of any network here. Nothing was changed.',
    zh: '这个文件比这里任何网络的权重都大得多。什么都没有改动。',
  },
  unread: {
    en: 'The browser could not read this file. Nothing was changed.',
    zh: '浏览器无法读取这个文件。什么都没有改动。',
  },
  other: {
    en: 'This is no file of weights saved here. Nothing was changed.',
    zh: '这不是在这里保存的权重文件。什么都没有改动。',
  },
  damaged: {
    en: 'This file of weights was cut off or has changed since it was saved. Nothing was changed; try the original.',
    zh: '这个权重文件不完整，或保存之后被改动过。这里什么都没有改动；请换用原来的文件。',
  },
  notFinite: {
    en: 'The file holds weights that are not finite (NaN or ∞), so no network can compute with them. Nothing was changed.',
    zh: '文件中有不是有限数的权重（NaN 或 ∞），网络无法用它们计算。什么都没有改动。',
  },
} as const;

/**
 * Reads a file that the reader chose. Never throws: a random file gets an answer. A network is built only if it fits: that of
 * a stranger's file may be larger than the machine.
 */
export function readWeights(file: Uint8Array, { fits, otherNetwork }: Wanted): WeightsRead {
  if (file.length > LARGEST) return { problem: PROBLEMS.large };
  if (String.fromCharCode(...file.subarray(0, 4)) !== 'PXG1') return { problem: PROBLEMS.other };
  try {
    if (!fits(networkIn(file))) return { problem: otherNetwork };
    const model = loadWeights(file);
    const finite = [...model.params, ...model.buffers].every(({ data }) => data.every(Number.isFinite));
    return finite ? { model } : { problem: PROBLEMS.notFinite };
  } catch {
    return { problem: PROBLEMS.damaged };
  }
}

/** The bytes of a file that the reader chose, or what to say of one that is too large, or that the browser does not hand over. */
export async function chosenBytes(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
): Promise<
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly bytes?: undefined; readonly problem: Text }
> {
  if (file.size > LARGEST) return { problem: PROBLEMS.large };
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { problem: PROBLEMS.unread };
  }
}
