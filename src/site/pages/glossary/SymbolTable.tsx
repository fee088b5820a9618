import { type Role, SYMBOLS, type SymbolEntry } from '../../../formula/symbols.ts';
import type { Language, Text } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';
import { Tex } from '../Tex.tsx';

const ROLES: Readonly<Record<Role, Text>> = {
  input: { en: 'input', zh: '输入' },
  weight: { en: 'weight', zh: '权重' },
  bias: { en: 'bias', zh: '偏置' },
  output: { en: 'output', zh: '输出' },
  gradient: { en: 'gradient', zh: '梯度' },
  plain: { en: 'plain', zh: '其他' },
};
const ORDER = Object.keys(ROLES) as Role[];

/** Every symbol of the figures, by its role. Made from the one table that the figures themselves read. */
export function SymbolTable({ language }: { readonly language: Language }) {
  const entries = Object.entries<SymbolEntry>(SYMBOLS).sort(
    ([, a], [, b]) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role),
  );
  return (
    <table className="symbols">
      <thead>
        <tr>
          {([WORDS.symbol, WORDS.meaning, WORDS.role] as const).map((head) => (
            <th scope="col" key={head.en}>
              {head[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(([id, { tex, role, words }]) => (
          <tr key={id}>
            <th scope="row" className={`role-${role}`}>
              <Tex tex={tex} />
            </th>
            <td>{words[language]}</td>
            <td>{ROLES[role][language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
