import type { Language } from '../../language/language.ts';
import type { GridSpec } from '../scene/defineScene.ts';
import { type GridBox, planeBox } from '../stage/boxes.ts';
import { textWidth } from '../stage/textWidth.ts';
import { symbolOfGrid, TITLE_SIZE, titleText } from '../stage/title.ts';
import { TRANSLATED } from '../stage/untranslated.ts';
import { Letter } from './Letter.tsx';

interface GridTitleProps {
  // biome-ignore lint/suspicious/noExplicitAny: the kit does not know the scene's parameters
  readonly spec: GridSpec<any>;
  readonly box: GridBox;
  readonly language: Language;
  /** A word or two behind the name. Left out where it has no room. */
  readonly note?: string | undefined;
}

/** The name of a grid in the colour of its role, its letter, and its shape. */
export function GridTitle({ spec, box, language, note }: GridTitleProps) {
  const { name, letter } = titleText(spec, language);
  const symbol = symbolOfGrid(spec);
  if (spec.planeNames) return <PlaneTitles spec={spec} box={box} language={language} />;
  const aside = box.title === 'right' || box.title === 'left';
  const x = {
    above: box.x,
    over: box.x + box.width / 2,
    right: box.x + box.width + 10,
    left: box.x - 10,
    none: box.x,
  }[box.title];
  const y = aside ? box.y + box.height / 2 - (note ? 4 : -5) : box.y - 9;
  const used = textWidth(box.letters && letter ? letter : `${name} ${letter}  `, TITLE_SIZE, true);
  const hasRoom =
    aside || used + textWidth(note ?? '', TITLE_SIZE - 1) <= Math.max(box.titleWidth, box.width);
  return (
    <text
      className={`grid-title role-${symbol.role}`}
      x={x}
      y={y}
      textAnchor={box.title === 'left' ? 'end' : box.title === 'over' ? 'middle' : 'start'}
      visibility={box.title === 'none' ? 'hidden' : undefined}
    >
      {!(box.letters && letter) && (
        <>
          <tspan className="grid-name" {...TRANSLATED}>
            {name}
          </tspan>{' '}
        </>
      )}
      <Letter text={letter} />
      {note && hasRoom && (
        <tspan className="grid-note" {...TRANSLATED} {...(aside ? { x, dy: 16 } : { dx: 6 })}>
          {note}
        </tspan>
      )}
    </text>
  );
}

/** The names of the planes, each above its own; the grid's own name is only said. */
function PlaneTitles({ spec, box, language }: Omit<GridTitleProps, 'note'>) {
  const symbol = symbolOfGrid(spec);
  return (
    <g>
      {spec.planeNames?.map((plane, i) => {
        const { x, y } = planeBox(box, i);
        return (
          <text
            key={plane.name.en}
            className={`grid-title role-${symbol.role}`}
            aria-hidden="true"
            x={x}
            y={y - 9}
          >
            <tspan className="grid-name" {...TRANSLATED}>
              {plane.name[language]}
            </tspan>
            {plane.note && (
              <tspan className="grid-note" dx={6}>
                {plane.note}
              </tspan>
            )}
          </text>
        );
      })}
    </g>
  );
}
