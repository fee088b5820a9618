interface HatchesProps {
  readonly padding: string;
  readonly inserted: string;
}

/** The patterns of a stage: lines on padding, dots on inserted zeros. Each drawing has its own, so a picture of it is whole. */
export function Hatches({ padding, inserted }: HatchesProps) {
  return (
    <defs>
      <pattern id={padding} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" className="stage-hatch-line" />
      </pattern>
      <pattern id={inserted} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="0.9" className="stage-hatch-dot" />
      </pattern>
    </defs>
  );
}
