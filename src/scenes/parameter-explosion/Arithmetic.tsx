import type { ReactNode } from 'react';
import { type ExpressionLine, expressionText } from '../../formula/expression.ts';
import type { Role } from '../../formula/symbols.ts';

/** Groups of three, for the eye only: the text stays as it is. */
function grouped(text: string): ReactNode[] {
  return text.split(/(\d+(?:\.\d+)?)/).flatMap((part, at) => {
    const [whole = '', fraction] = part.split('.');
    if (!/^\d{5,}$/.test(whole)) return [part];
    const groups = whole.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [];
    return [
      ...groups.map((group, i) => (
        <span key={`${String(at)}.${String(i)}`} className={i > 0 ? 'pe-group' : undefined}>
          {group}
        </span>
      )),
      fraction === undefined ? '' : `.${fraction}`,
    ];
  });
}

interface ArithmeticProps {
  readonly head: string;
  readonly of: Role;
  /** null: not counted yet. */
  readonly line: ExpressionLine | null;
  readonly current?: boolean;
  /** What the result is, in plain words. */
  readonly words?: string | undefined;
}

/** One row of the count: its name, its arithmetic with the digits in groups of three, and the result in words. */
export function Arithmetic({ head, of, line, current = false, words }: ArithmeticProps) {
  return (
    <div className={`pe-row ${current ? 'is-current' : ''} ${line ? '' : 'is-pending'}`}>
      <span className={`pe-head role-${of}`}>{head}</span>
      {line ? (
        <span className="pe-line" data-arithmetic="">
          {grouped(expressionText(line))}
        </span>
      ) : (
        <span className="pe-line">…</span>
      )}
      {line && words && <span className="pe-words">{words}</span>}
    </div>
  );
}
