/** How large input, kernel and dilation may be in the figures of padding and of stride. */
export const LARGEST_INPUT = 16;
export const LARGEST_KERNEL = 5;
export const LARGEST_DILATION = 3;

/** The largest kernel and dilation whose window still fits into the picture without any padding. */
export function limits({ input, kernel }: { readonly input: number; readonly kernel: number }): {
  kernel: number;
  dilation: number;
} {
  const largest = Math.min(LARGEST_KERNEL, input);
  const taken = Math.min(kernel, largest);
  const room = taken > 1 ? Math.floor((input - 1) / (taken - 1)) : LARGEST_DILATION;
  return { kernel: largest, dilation: Math.min(LARGEST_DILATION, room) };
}
