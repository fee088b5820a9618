import type { ComponentType, JSX, ReactNode } from 'react';
import { type SymbolId, symbolOf } from '../formula/symbols.ts';
import type { Language } from '../language/language.ts';
import { type NumberedKind, numberSlot } from './crossLinks.ts';
import { GLOSSARY } from './glossary.ts';
import { Answer, type AnswerProps, Question } from './Question.tsx';
import { REFERENCES, type ReferenceId } from './references.ts';
import { WORDS } from './words.ts';

/** What a chapter declares while it is rendered, in the order of its text. */
export interface Gathered {
  readonly sections: { readonly id: string; readonly title: string }[];
  readonly islands: { readonly name: string; readonly number: string }[];
  /** Numbers of the equations, by id. */
  readonly equations: Map<string, string>;
  /** Words of the glossary that this chapter uses. */
  readonly terms: Set<string>;
}

/** Where a chapter first uses a word of the glossary. */
export const firstUse = (chapter: number, term: string): string => `use-${chapter}-${term}`;

/** The mark that stands in a chapter's HTML until the scene itself is rendered. */
export const islandSlot = (name: string): string => `<!--island:${name}-->`;

interface Children {
  readonly children?: ReactNode;
}

type Components = Readonly<Record<string, ComponentType<never> | keyof JSX.IntrinsicElements>>;

/** The components a chapter may use. They note sections, figures and equations in `gathered`. */
export function chapterComponents(language: Language, chapter: number, gathered: Gathered): Components {
  const figures = { chapter, gathered };
  const known = (is: boolean, component: string, id: string, file: string): void => {
    if (!is) throw new Error(`chapter ${chapter}: <${component} id="${id}"> is not in ${file}`);
  };
  return {
    h2: 'h3',
    h3: 'h4',
    Section: (props: { readonly id: string; readonly title: string } & Children) => {
      gathered.sections.push({ id: props.id, title: props.title });
      return (
        <section id={props.id} className="section" data-section="">
          <h3>
            <a className="heading-link" href={`#${props.id}`}>
              {props.title}
            </a>
          </h3>
          {props.children}
        </section>
      );
    },
    Scene: (props: { readonly name: string }) => <Island name={props.name} {...figures} />,
    // A link, not a button: it breaks over lines as words do, and without JavaScript it leads to the figure.
    Beat: (props: { readonly scene: string; readonly to: string } & Children) => (
      <a className="beat" href={`#fig-${props.scene}`} data-beat={props.to} data-beat-scene={props.scene}>
        {props.children}
      </a>
    ),
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
      known(props.id in GLOSSARY, 'Term', props.id, 'src/page/glossary.ts');
      const first = !gathered.terms.has(props.id);
      gathered.terms.add(props.id);
      return (
        <a
          className="term-word"
          id={first ? firstUse(chapter, props.id) : undefined}
          href={`#term-${props.id}`}
          data-term={props.id}
        >
          {props.children}
        </a>
      );
    },
    Question: (props: { readonly prompt: string } & Children) => (
      <Question prompt={props.prompt} label={WORDS.question[language]}>
        {props.children}
      </Question>
    ),
    Answer: (props: AnswerProps) => <Answer {...props} language={language} />,
    Ref: (props: { readonly id: ReferenceId }) => {
      known(props.id in REFERENCES, 'Ref', props.id, 'src/page/references.ts');
      return (
        <a className="ref" href={`#ref-${props.id}`} title={REFERENCES[props.id].title}>
          {REFERENCES[props.id].short[language]}
        </a>
      );
    },
    Fig: (props: { readonly name: string }) => <CrossLink kind="fig" name={props.name} />,
    EqRef: (props: { readonly id: string }) => <CrossLink kind="eq" name={props.id} />,
    Eq: (props: { readonly id: string } & Children) => {
      const number = `${chapter}.${gathered.equations.size + 1}`;
      gathered.equations.set(props.id, number);
      return (
        <div className="eq" id={`eq-${props.id}`}>
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

function Island(props: { readonly name: string; readonly chapter: number; readonly gathered: Gathered }) {
  const { name, chapter, gathered } = props;
  const number = `${chapter}.${gathered.islands.length + 1}`;
  gathered.islands.push({ name, number });
  return (
    <div
      className="island"
      id={`fig-${name}`}
      data-island={name}
      data-number={number}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a mark of our own, replaced at build
      dangerouslySetInnerHTML={{ __html: islandSlot(name) }}
    />
  );
}

/** A link to a figure or an equation, of this chapter or another. Its number is filled in at the end. */
function CrossLink({ kind, name }: { readonly kind: NumberedKind; readonly name: string }) {
  return (
    <a
      className="cross-link"
      href={`#${kind}-${name}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a mark of our own, replaced at build
      dangerouslySetInnerHTML={{ __html: numberSlot(kind, name) }}
    />
  );
}
