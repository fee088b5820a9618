/** The outputs that read input row i, each with the kernel rows through which it does. */
export function readersOf(taps: Int32Array, kernel: number, i: number): Map<number, number[]> {
  const readers = new Map<number, number[]>();
  taps.forEach((source, tap) => {
    if (source !== i) return;
    const o = Math.floor(tap / kernel);
    readers.set(o, [...(readers.get(o) ?? []), tap % kernel]);
  });
  return readers;
}
