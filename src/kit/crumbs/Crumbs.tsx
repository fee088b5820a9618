import { pressKey } from '../button/pressKey.ts';
import type { Box } from '../stage/boxes.ts';
import { textWidth } from '../stage/textWidth.ts';
import './crumbs.css';

const SIZE = 13;
const GAP = 20;
const BASELINE = 15;

/** A level of a path: its name, and what leads out to it; without that it is where the reader stands. */
export interface Crumb {
  readonly text: string;
  go?(): void;
}

interface CrumbsProps {
  readonly box: Box;
  readonly label: string;
  readonly path: readonly Crumb[];
}

/** The way from the whole to one number, on a stage. */
export function Crumbs({ box, label, path }: CrumbsProps) {
  let x = box.x;
  return (
    <g aria-label={label}>
      {path.map(({ text, go }, i) => {
        const at = { x, y: box.y + BASELINE };
        x += textWidth(text, SIZE, go === undefined) + GAP;
        return (
          <g key={text} className="crumb">
            {i > 0 && (
              <text className="crumb-sign" {...at} dx={-GAP / 2} textAnchor="middle" aria-hidden="true">
                ›
              </text>
            )}
            {go ? (
              // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
              <text
                role="button"
                tabIndex={0}
                className="crumb-link"
                {...at}
                onClick={go}
                onKeyDown={pressKey(go)}
              >
                {text}
              </text>
            ) : (
              <text {...at}>{text}</text>
            )}
          </g>
        );
      })}
    </g>
  );
}
