import { type CSSProperties, type ReactNode, useId } from 'react';
import { Icon } from '../button/Icon.tsx';
import { Radio } from './Radio.tsx';
import { useSteady } from './useSteady.ts';

export interface Thumbnail {
  readonly value: string;
  readonly label: string;
  /** rows × cols numbers; null: the reader's own, which has no picture of its own. */
  readonly numbers: ArrayLike<number> | null;
  readonly cols?: number;
  /** Instead of numbers: a drawing. */
  readonly picture?: ReactNode;
}

interface ThumbnailsProps {
  /** What is chosen: “Kernel”. The chosen one's name stands behind it. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly Thumbnail[];
  /** Wider than high, four in a row: for curves. */
  readonly wide?: boolean;
  onChange(value: string): void;
}

/** One of several small grids, chosen by its picture, tinted by value; a dashed one stands for the reader's own numbers. */
export function Thumbnails({ label, value, options, wide = false, onChange }: ThumbnailsProps) {
  const name = useId();
  const choose = useSteady(onChange);
  const chosen = options.find((option) => option.value === value);
  return (
    <div className={`control-thumbnails${wide ? ' is-wide' : ''}`} role="radiogroup" aria-label={label}>
      <p className="control-thumbnails-name" aria-hidden="true">
        <span>{label}</span>
        <b>{chosen?.label ?? ''}</b>
      </p>
      <div className="control-thumbnails-row">
        {options.map((option) => (
          <label
            key={option.value}
            className={`control-thumbnail${option.numbers || option.picture ? '' : ' is-own'}`}
            title={option.label}
          >
            <Radio
              group={name}
              value={option.value}
              checked={option.value === value}
              label={option.label}
              onChoose={choose}
            />
            {option.picture ??
              (option.numbers ? (
                <Tints numbers={option.numbers} cols={option.cols ?? Math.sqrt(option.numbers.length)} />
              ) : (
                <Icon name="plus" />
              ))}
          </label>
        ))}
      </div>
    </div>
  );
}

function Tints({ numbers, cols }: { readonly numbers: ArrayLike<number>; readonly cols: number }) {
  const all = Array.from(numbers);
  const most = Math.max(...all.map(Math.abs)) || 1;
  return (
    <span className="control-tints" style={{ '--cols': cols } as CSSProperties} aria-hidden="true">
      {all.map((number, i) => (
        <i
          key={String(i)}
          className={number < 0 ? 'is-negative' : undefined}
          style={{ '--tint': `${Math.round((Math.abs(number) / most) * 100)}%` } as CSSProperties}
        />
      ))}
    </span>
  );
}
