/**
 * Calls when the next frame is on the screen and then `rest` milliseconds have passed.
 *
 * @returns takes the call back
 */
export function afterPaint(call: () => void, rest = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call, rest);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
