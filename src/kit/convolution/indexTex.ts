/** The input's place under weight (u, v) of the window (i, j): `2i+u-1,\;2j+v-1` at stride 2 and padding 1. */
export function inputIndexTex(
  { stride, dilation }: { readonly stride: number; readonly dilation: number },
  padding: number,
): string {
  const place = (o: string, k: string): string =>
    `${stride === 1 ? '' : stride}${o}+${dilation === 1 ? '' : dilation}${k}${padding === 0 ? '' : `-${padding}`}`;
  return `${place('i', 'u')},\\;${place('j', 'v')}`;
}
