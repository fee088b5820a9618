import { memo } from 'react';
import type { ParamSpec } from '../../playback/parameters/spec.ts';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import { Menu } from './Menu.tsx';
import { ParamSlider } from './ParamSlider.tsx';
import { Segments } from './Segments.tsx';
import { Switch } from './Switch.tsx';

interface ParamProps {
  readonly name: string;
  /** Instead of the look that the parameter declares. */
  readonly look?: 'segments' | 'menu';
  /** The name is not shown, only said. */
  readonly hideLabel?: boolean;
}

/** More options than this become a menu. */
const MOST_SEGMENTS = 3;

/** The control of a parameter: all it needs stands in the scene's table. Drawn again only when its own value changes. */
export const Param = memo(function Param({ name, look, hideLabel = false }: ParamProps) {
  const { store, scene } = useFigure();
  const say = useSay();
  const value: unknown = useFigureState((state) => state.params[name]);
  const spec = scene.params[name] as ParamSpec<unknown> | undefined;
  if (!spec) throw new Error(`the scene has no parameter “${name}”`);
  const set = (to: unknown): void => store.actions.setParams({ [name]: to });
  switch (spec.control) {
    case 'slider':
      return <ParamSlider name={name} />;
    case 'switch':
      return <Switch label={say(spec.label)} value={value === true} onChange={set} />;
    case 'choice': {
      const options = Object.entries(spec.options ?? {}).map(([key, words]) => ({
        value: key,
        label: say(words),
      }));
      const shown = look ?? spec.look ?? (options.length > MOST_SEGMENTS ? 'menu' : 'segments');
      const Choice = shown === 'menu' ? Menu : Segments;
      return (
        <Choice
          label={say(spec.label)}
          hideLabel={hideLabel}
          value={String(value)}
          options={options}
          onChange={set}
        />
      );
    }
    case 'cells':
      return null;
  }
});
