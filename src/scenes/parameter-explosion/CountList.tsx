import { useFigure, useSay } from '../../figures/figureContext.ts';
import { Arithmetic } from './Arithmetic.tsx';
import type { CountId, CountRow } from './count.ts';
import { bytesInWords, inWords } from './largeNumbers.ts';
import type { ExplosionView } from './view.ts';
import { ROW_NAMES, WORDS } from './words.ts';

const ROLES: Partial<Record<CountId, 'input' | 'bias' | 'output'>> = {
  pixels: 'input',
  inputs: 'input',
  parameters: 'bias',
  convParameters: 'bias',
};

/** The count, factor by factor: the dense layer, the convolution, and how they compare. */
export function CountList({ view }: { readonly view: ExplosionView }) {
  const { language } = useFigure();
  const say = useSay();
  const wordsOf = ({ id, value }: CountRow): string =>
    id === 'bytes' || id === 'convBytes'
      ? bytesInWords(value, language)
      : value >= 10_000
        ? inWords(value, language)
        : '';
  const part = (side: CountRow['side']) =>
    view.rows.map((row, at) =>
      row.side === side ? (
        <Arithmetic
          key={row.id}
          head={say(ROW_NAMES[row.id])}
          of={ROLES[row.id] ?? 'weight'}
          line={at < view.done ? row.line : null}
          current={at === view.done - 1}
          words={wordsOf(row)}
        />
      ) : null,
    );
  return (
    <div className="pe-count">
      <section>
        <h4>{say(WORDS.dense)}</h4>
        {part('dense')}
      </section>
      <section>
        <h4>{say(WORDS.conv)}</h4>
        {part('conv')}
        {part('both')}
      </section>
    </div>
  );
}
