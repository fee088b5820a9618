import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { ConvolutionModel } from './model.ts';
import { type ConvolutionParams, params as table } from './parameters.ts';

/** Sides at which small numbers can be followed by hand, and at which a picture is seen. */
const SIDES = { numbers: 5, picture: 28 } as const;

/** What the input is; a picture brings the size at which it can be seen. */
export function PictureControl({ params, setParams }: ControlProps<ConvolutionParams, ConvolutionModel>) {
  const say = useSay();
  const { label, options } = table.source;
  return (
    <>
      <Menu
        label={say(label)}
        value={params.source}
        options={Object.entries(options ?? {}).map(([value, words]) => ({ value, label: say(words) }))}
        onChange={(value) =>
          setParams({
            source: value as ConvolutionParams['source'],
            x: null,
            input: value === 'numbers' ? SIDES.numbers : SIDES.picture,
          })
        }
      />
      {params.source === 'digit' && <Param name="digit" />}
    </>
  );
}
