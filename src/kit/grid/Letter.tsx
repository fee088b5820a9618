/** A lowered sign is this much smaller, and stands so far below the line, in its own size. */
const SMALLER = 0.7;
const LOWERED = 0.3;

/** A letter of the formulas on the stage, within a `text`: `T_τ x` has its τ lowered, `T_{τ/2}` three signs. */
export function Letter({ text }: { readonly text: string }) {
  const parts = text.split(/_(\{[^}]*\}|\S)/);
  return (
    <tspan className="grid-letter">
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <tspan key={i} className={i % 2 ? 'is-lowered' : undefined} dy={dyAt(i)}>
          {i % 2 ? part.replace(/[{}]/g, '') : part}
        </tspan>
      ))}
    </tspan>
  );
}

/** Down before a lowered part, up again after it. */
function dyAt(i: number): string | undefined {
  if (i === 0) return undefined;
  return i % 2 ? `${LOWERED}em` : `-${LOWERED * SMALLER}em`;
}
