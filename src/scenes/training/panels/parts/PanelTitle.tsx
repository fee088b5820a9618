import type { Box } from '../../../../kit/stage/boxes.ts';
import { textWidth } from '../../../../kit/stage/textWidth.ts';
import { TRANSLATED } from '../../../../kit/stage/untranslated.ts';
import '../panels.css';

interface PanelTitleProps {
  readonly box: Box;
  readonly title: string;
  /** In a lighter voice behind it, if there is room; where there is not, without what stands behind its semicolon. */
  readonly note?: string;
}

const SIZE = 14;

/** The name of a panel in its first line, and what it shows just now. */
export function PanelTitle({ box, title, note = '' }: PanelTitleProps) {
  const room = box.width - textWidth(title, SIZE, true) - 10;
  const fitting = [note, note.split(/[;；]/)[0] ?? ''].find((text) => textWidth(text, 13) <= room) ?? '';
  return (
    <text className="panel-title" x={box.x} y={box.y + 13} {...TRANSLATED}>
      <tspan className="panel-name">{title}</tspan>
      {fitting !== '' && <tspan dx="8">{fitting}</tspan>}
    </text>
  );
}

/** A sentence in place of what cannot be shown yet. */
export function PanelSentence({ box, text }: { readonly box: Box; readonly text: string }) {
  return (
    <text className="panel-sentence" x={box.x} y={box.y + 44} {...TRANSLATED}>
      {linesOf(text, box.width).map((line, i) => (
        <tspan key={line} x={box.x} dy={i === 0 ? 0 : 19}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Breaks a sentence into lines of at most that width: between words, in Chinese between any two signs. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[⺀-鿿＀-￯、。]|[^\s⺀-鿿＀-￯、。]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth(line + word.trimEnd(), 13) > width && !/^[，。、；：！？]/.test(word)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}
