import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from 'react';
import type { Language } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';
import { Tex } from '../Tex.tsx';

interface Around {
  readonly language: Language;
  /** Where the figure of a scene is. */
  figureHref(scene: string): string;
}

export interface DerivationProps {
  /** The figure to whose cells the lines point. */
  readonly scene: string;
  readonly title: string;
  readonly children?: ReactNode;
}

export interface LineProps {
  /** What the line says in symbols. */
  readonly tex: string;
  /** The beat of the figure that shows the cells of which it speaks. */
  readonly to: string;
  /** Why it follows from the line before. */
  readonly children?: ReactNode;
}

/** What a line is told by the derivation that it belongs to. */
interface Placed extends Around {
  readonly scene: string;
  readonly number: number;
}

/**
 * A formula that is derived line by line. Lines unfold one at a time, and each moves the figure to the cells that it
 * speaks of (`client/derivations.ts`); without a script and on paper all of them are open.
 */
export function Derivation({
  scene,
  title,
  children,
  open,
  ...around
}: DerivationProps & Around & { readonly open: boolean }) {
  const { language } = around;
  const id = useId();
  const lines = Children.toArray(children).filter(
    (child): child is ReactElement<LineProps & { readonly placed?: Placed }> => isValidElement(child),
  );
  return (
    <section className="derivation" aria-labelledby={id} data-derivation={open ? undefined : ''}>
      <p className="derivation-title" id={id}>
        {title}
      </p>
      <ol className="derivation-lines" aria-live="polite">
        {lines.map((line, i) => cloneElement(line, { placed: { ...around, scene, number: i + 1 } }))}
      </ol>
      {!open && lines.length > 1 && (
        <p className="derivation-steps" hidden>
          <button
            type="button"
            data-derivation-next={WORDS.nextLine[language]}
            data-fold={WORDS.foldLines[language]}
          >
            {WORDS.nextLine[language]}
          </button>
          <button type="button" data-derivation-all="">
            {WORDS.allLines[language]}
          </button>
        </p>
      )}
    </section>
  );
}

/** One line of a derivation: the formula, which leads to its cells in the figure, and the reason. */
export function Line({ tex, to, children, placed }: LineProps & { readonly placed?: Placed }) {
  if (!placed) throw new Error('<Line> stands in no <Derivation>');
  const { scene, number, language, figureHref } = placed;
  return (
    <li className="derivation-line">
      <a
        className="derivation-step"
        href={figureHref(scene)}
        data-beat={to}
        data-beat-scene={scene}
        title={WORDS.showLine[language]}
      >
        <span className="derivation-number" aria-hidden="true">
          {number}
        </span>
        <Tex tex={`\\displaystyle ${tex}`} />
      </a>
      <div className="derivation-reason">{children}</div>
    </li>
  );
}
