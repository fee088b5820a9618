import type { ComponentType, JSX, ReactNode } from 'react';
import { type SymbolId, symbolOf } from '../../../formula/symbols.ts';
import type { Language } from '../../../language/language.ts';
import type { Links } from '../../addresses/links.ts';
import { GLOSSARY } from '../../glossary/glossary.ts';
import type { Gathered } from '../../manifest/gathered.ts';
import { REFERENCES, type ReferenceId } from '../../references.ts';
import { WORDS } from '../../words.ts';
import { Derivation, type DerivationProps, Line } from './Derivation.tsx';
import { Answer, type AnswerProps, Question } from './Question.tsx';

/** Where a chapter first uses a word of the glossary. */
export const firstUse = (chapter: number, term: string): string => `use-${chapter}-${term}`;

/** What the components of a chapter have to know. */
export interface ChapterContext {
  readonly language: Language;
  readonly chapter: number;
  /** Sections, figures, equations and words are noted here as they are rendered. */
  readonly gathered: Gathered;
  readonly links: Links;
  /** On the page of everything: headings are one level lower, and replies stand open. */
  readonly onPaper: boolean;
  /** The number of `fig-…` or `eq-…`. @throws Error if no chapter has it */
  numberOf(id: string): string;
  /** A scene, in its place. */
  figure(name: string, number: string): ReactNode;
}

interface Children {
  readonly children?: ReactNode;
}

type Components = Readonly<Record<string, ComponentType<never> | keyof JSX.IntrinsicElements>>;

/** The components a chapter may use. */
export function chapterComponents(context: ChapterContext): Components {
  const { language, chapter, gathered, links } = context;
  const known = (is: boolean, component: string, id: string, file: string): void => {
    if (!is) throw new Error(`chapter ${chapter}: <${component} id="${id}"> is not in ${file}`);
  };
  const CrossLink = ({
    id,
    state,
    word,
    number,
  }: { readonly [name in 'id' | 'word' | 'number']: string } & { readonly state?: string | undefined }) => (
    // To a place, or to the figure there in a named state.
    <a
      className="cross-link"
      href={state === undefined ? links.place(id) : links.place(id).replace(`#${id}`, `#${state}`)}
    >
      {word} <span translate="no">{number}</span>
    </a>
  );
  const Heading = context.onPaper ? 'h3' : 'h2';
  return {
    h2: context.onPaper ? 'h4' : 'h3',
    h3: 'h4',
    Section: (props: { readonly id: string; readonly title: string } & Children) => {
      gathered.sections.push({ id: props.id, title: props.title });
      return (
        <section id={props.id} className="section" data-section="">
          <Heading>
            <a className="heading-link" href={`#${props.id}`}>
              {props.title}
            </a>
          </Heading>
          {props.children}
        </section>
      );
    },
    Scene: (props: { readonly name: string }) => {
      const number = gathered.next(gathered.figures);
      gathered.figures.push({ name: props.name, number });
      return context.figure(props.name, number);
    },
    // A link, not a button: it breaks over lines as words do, and without JavaScript it leads to the figure.
    Beat: (props: { readonly scene: string; readonly to: string } & Children) => (
      <a
        className="beat"
        href={links.place(`fig-${props.scene}`)}
        data-beat={props.to}
        data-beat-scene={props.scene}
      >
        {props.children}
      </a>
    ),
    Derivation: (props: DerivationProps) => (
      <Derivation
        {...props}
        language={language}
        figureHref={(scene) => links.place(`fig-${scene}`)}
        open={context.onPaper}
      />
    ),
    Line,
    Note: (props: Children) => (
      <details className="note" open>
        <summary>{WORDS.note[language]}</summary>
        <div className="note-body">{props.children}</div>
      </details>
    ),
    Role: (props: { readonly of: SymbolId } & Children) => (
      <span className={`role role-${symbolOf(props.of).role}`}>{props.children}</span>
    ),
    Term: (props: { readonly id: string } & Children) => {
      known(props.id in GLOSSARY, 'Term', props.id, 'src/site/glossary');
      const first = !gathered.terms.has(props.id);
      gathered.terms.add(props.id);
      return (
        <a
          className="term-word"
          id={first ? firstUse(chapter, props.id) : undefined}
          href={links.place(`term-${props.id}`)}
          data-term={props.id}
        >
          {props.children}
        </a>
      );
    },
    Question: (props: { readonly prompt: string; readonly typed?: boolean } & Children) => (
      <Question {...props} language={language} open={context.onPaper} />
    ),
    Answer: (props: AnswerProps) => <Answer {...props} language={language} />,
    Ref: (props: { readonly id: ReferenceId }) => {
      known(props.id in REFERENCES, 'Ref', props.id, 'src/site/references.ts');
      return (
        <a className="ref" href={links.place(`ref-${props.id}`)} title={REFERENCES[props.id].title}>
          {REFERENCES[props.id].short[language]}
        </a>
      );
    },
    Fig: (props: { readonly name: string; readonly to?: string }) => (
      <CrossLink
        id={`fig-${props.name}`}
        state={props.to === undefined ? undefined : `scene=${props.name}&beat=${props.to}`}
        word={WORDS.figure[language]}
        number={context.numberOf(`fig-${props.name}`)}
      />
    ),
    EqRef: (props: { readonly id: string }) => (
      <CrossLink
        id={`eq-${props.id}`}
        word={WORDS.equation[language]}
        number={`(${context.numberOf(`eq-${props.id}`)})`}
      />
    ),
    Eq: (props: { readonly id: string } & Children) => {
      const number = gathered.next(gathered.equations);
      gathered.equations.push({ id: props.id, number });
      return (
        <div className="eq" id={`eq-${props.id}`} translate="no">
          <div className="eq-body">{props.children}</div>
          <a
            className="eq-number"
            href={`#eq-${props.id}`}
            aria-label={`${WORDS.equation[language]} ${number}`}
          >
            ({number})
          </a>
        </div>
      );
    },
  };
}
