import { useMemo } from 'react';
import type { Flip } from '../../kit/ablation/testBench.ts';
import { DigitSheet } from '../../kit/digits/DigitSheet.tsx';
import { packPixels } from '../../kit/digits/givenPixels.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Text } from '../../language/language.ts';
import { writeLink } from '../../playback/link.ts';
import type { BrokenModel } from './model.ts';
import { WORDS } from './words.ts';

const PIXELS = 784;
const HEAD = 18;
/** The width of the link that leads on. */
const OPEN = 140;

/** The digits that are read otherwise. A press takes one apart on the stage; from there it opens in the whole network. */
export function Flips({ box, model }: { readonly box: Box; readonly model: BrokenModel }) {
  const { store, language } = useFigure();
  const say = useSay();
  const { bench, flips, params } = model;
  const digits = useMemo(
    () =>
      flips.map((flip) => ({
        id: flip.digit,
        pixels: bench?.digits.pixels.subarray(flip.digit * PIXELS, (flip.digit + 1) * PIXELS) ?? [],
        name: flipText(flip)[language],
        below: <Readings flip={flip} />,
      })),
    [bench, flips, language],
  );
  if (!bench) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing
    <g role="group" aria-label={say(WORDS.flips)} className="broken-text">
      <text x={box.x} y={box.y + 11}>
        <tspan className="is-strong">{`${say(WORDS.flips)}: ${model.classes ? flips.length : '…'}`}</tspan>
      </text>
      <a href={linkOf(model)} className="broken-open">
        <rect className="broken-hit" x={box.x + box.width - OPEN} y={box.y - 8} width={OPEN} height={25} />
        <text x={box.x + box.width} y={box.y + 11} textAnchor="end">
          {`${say(WORDS.open)} ›`}
        </text>
      </a>
      <DigitSheet
        box={{ ...box, y: box.y + HEAD, height: box.height - HEAD }}
        digits={digits}
        chosen={params.digit}
        choose={(digit) => store.actions.setParams({ digit })}
      />
    </g>
  );
}

const flipText = ({ label, before, now }: Flip): Text => ({
  en: `A ${label}, read as ${before}, now as ${now}`,
  zh: `一个 ${label}，原来读作 ${before}，现在读作 ${now}`,
});

/** What it was read as, and what now; the right one stands out. */
function Readings({ flip: { label, before, now } }: { readonly flip: Flip }) {
  return (
    <>
      <tspan className={before === label ? 'is-right' : undefined}>{before}</tspan>→
      <tspan className={now === label ? 'is-right' : undefined}>{now}</tspan>
    </>
  );
}

/** The digit on the stage as a link to the figure of the whole network, with the loss of its class. */
const linkOf = ({ pixels, label }: BrokenModel): string =>
  writeLink({ scene: 'network', texts: { pixels: packPixels(pixels), label: String(label) } });
