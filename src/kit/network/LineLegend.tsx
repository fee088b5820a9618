import { useSay } from '../scene/context.ts';
import type { Box } from '../stage/boxes.ts';
import { textWidth } from '../stage/textWidth.ts';
import './network.css';

const WORDS = {
  positive: { en: 'positive weight', zh: '正权重' },
  negative: { en: 'negative', zh: '负权重' },
  thick: { en: 'thicker: larger', zh: '越粗越大' },
} as const;

const SAMPLE = 26;
const SIZE = 12.5;

/** How the lines of a network are read: solid and dashed, thin and thick. */
export function LineLegend({ box: { x, y } }: { readonly box: Box }) {
  const say = useSay();
  const parts = (['positive', 'negative', 'thick'] as const).map((id) => ({ id, text: say(WORDS[id]) }));
  let at = x;
  return (
    <g className="line-legend" aria-hidden="true">
      {parts.map(({ id, text }) => {
        const sample = id === 'thick' ? 0 : SAMPLE;
        const left = at;
        at += sample + (sample ? 6 : 0) + textWidth(text, SIZE) + 16;
        return (
          <g key={id} className={`network-line is-source is-${id}`}>
            {sample > 0 && (
              <line
                className="network-drawn"
                x1={left}
                x2={left + sample}
                y1={y + 8}
                y2={y + 8}
                strokeWidth={2.8}
              />
            )}
            <text x={left + sample + (sample ? 6 : 0)} y={y + 12}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
