/** The hatches of the page: padding, inserted zeros, unread cells. Drawn once, used by every figure. */
export function Patterns() {
  return (
    <svg data-patterns="" width="0" height="0" aria-hidden="true" className="patterns">
      <defs>
        <pattern
          id="hatch-padding"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" className="hatch-line" />
        </pattern>
        <pattern id="hatch-inserted" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="0.9" className="hatch-dot" />
        </pattern>
      </defs>
    </svg>
  );
}
