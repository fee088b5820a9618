/** The note in the lower right corner of a cell, on a plate of the card's colour so that it is read on any tint. */
export function Badge({ x, y, size, text }: { x: number; y: number; size: number; text: string }) {
  const width = badgeWidth(text, size);
  return (
    <g className="cell-badge">
      <rect x={x - width - 1} y={y - size - 2} width={width} height={size + 1} rx={2} />
      <text x={x - 2.5} y={y - 3.5} fontSize={size}>
        {text}
      </text>
    </g>
  );
}

/** The width of a badge's plate. */
export const badgeWidth = (text: string, size: number): number => text.length * size * 0.6 + 3;
