import { type ReactNode, useId, useState } from 'react';
import type { Text } from '../../language/language.ts';
import type { ParamSpec } from '../../playback/parameters/spec.ts';
import { rangeOf, towards } from '../../playback/parameters/table.ts';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import './fields.css';

interface ParamFieldsProps {
  /** What they are together: “Kernel”. */
  readonly label: Text;
  /** Whole-number parameters, a field each: rows, then columns; or top, left, bottom, right. */
  readonly names: readonly string[];
}

/** Two short groups of fields on one line. */
export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className="control-fields-pair">{children}</div>;
}

/** Small whole numbers that belong together, on one line: each is typed, or moved by the arrow keys. */
export function ParamFields({ label, names }: ParamFieldsProps) {
  const say = useSay();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as its own contents
    <div className="control-fields" role="group" aria-labelledby={id}>
      <span className="control-label" id={id}>
        {say(label)}
      </span>
      <span className="control-fields-row">
        {names.map((name) => (
          <Field key={name} name={name} />
        ))}
      </span>
    </div>
  );
}

function Field({ name }: { readonly name: string }) {
  const { store, scene } = useFigure();
  const say = useSay();
  const value: number = useFigureState((state) => state.params[name]);
  const min = useFigureState((state) => rangeOf(scene, state.params, name)[0]);
  const max = useFigureState((state) => rangeOf(scene, state.params, name)[1]);
  const [draft, setDraft] = useState<string | null>(null);
  const set = (to: number): void =>
    store.actions.setParams({ [name]: towards(scene, store.getState().params, name, to) });
  const label = say((scene.params[name] as ParamSpec<number>).label);
  return (
    <input
      type="number"
      inputMode="numeric"
      className="control-field"
      aria-label={label}
      title={label}
      {...{ min, max, step: 1 }}
      value={draft ?? value}
      disabled={max <= min}
      onChange={({ target }) => {
        setDraft(target.value);
        const typed = target.valueAsNumber;
        if (Number.isFinite(typed)) set(typed);
      }}
      onBlur={() => setDraft(null)}
      onKeyDown={({ key }) => {
        // Moved by a key, it shows what it has become.
        if (key === 'ArrowUp' || key === 'ArrowDown' || key === 'Enter') setDraft(null);
      }}
    />
  );
}
