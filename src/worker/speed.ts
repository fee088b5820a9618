/** Things a second, over about the last second of work. */
export function createSpeed(span = 1000): { add(count: number, milliseconds: number): number } {
  let recent: { readonly count: number; readonly milliseconds: number }[] = [];
  return {
    add(count, milliseconds) {
      recent.push({ count, milliseconds });
      let time = recent.reduce((sum, slice) => sum + slice.milliseconds, 0);
      while (recent.length > 1 && time > span) {
        time -= recent[0]?.milliseconds ?? 0;
        recent = recent.slice(1);
      }
      const all = recent.reduce((sum, slice) => sum + slice.count, 0);
      return time > 0 ? (1000 * all) / time : 0;
    },
  };
}
