const NUMBER = /(\d+(?:\.\d+)?)/;
/** Whole numbers from 10,000 on are grouped. */
const FEWEST = 5;

/**
 * A text whose large numbers are shown in groups of three. The separators are only seen: what is copied, read aloud or
 * evaluated is the number. Every piece has an element of its own, so that a translator cannot get between them.
 */
export function GroupedDigits({ text }: { readonly text: string }) {
  return text.split(NUMBER).flatMap((part, i) =>
    (i % 2 ? groupsOf(part) : [part]).map((piece, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <span key={`${i}.${String(n)}`} className={n > 0 ? 'digit-group' : undefined}>
        {piece}
      </span>
    )),
  );
}

/** `36000.5` → `36`, `000.5`. */
function groupsOf(number: string): string[] {
  const [whole = '', fraction] = number.split('.');
  if (whole.length < FEWEST) return [number];
  const groups = whole.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [];
  return groups.map((group, i) =>
    i === groups.length - 1 && fraction !== undefined ? `${group}.${fraction}` : group,
  );
}
