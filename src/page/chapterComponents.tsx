import { type ComponentType, createContext, type JSX, type ReactNode, useContext, useId } from 'react';
import { type SymbolId, symbolOf } from '../formula/symbols.ts';
import type { Language } from '../language/language.ts';
import { REFERENCES, type ReferenceId } from './references.ts';
import { WORDS } from './words.ts';

/** What a chapter declares while it is rendered, in the order of its text. */
export interface Gathered {
  readonly sections: { readonly id: string; readonly title: string }[];
  readonly islands: { readonly name: string; readonly number: string }[];
  equations: number;
}

/** The mark that stands in a chapter's HTML until the scene itself is rendered. */
export const islandSlot = (name: string): string => `<!--island:${name}-->`;

const QuestionName = createContext('');

interface Children {
  readonly children?: ReactNode;
}

type Components = Readonly<Record<string, ComponentType<never> | keyof JSX.IntrinsicElements>>;

/** The components a chapter may use. They note sections, figures and equations in `gathered`. */
export function chapterComponents(language: Language, chapter: number, gathered: Gathered): Components {
  const figures = { chapter, gathered };
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
    Beat: (props: { readonly scene: string; readonly to: string } & Children) => (
      <button type="button" className="beat" data-beat={props.to} data-beat-scene={props.scene}>
        {props.children}
      </button>
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
    Term: (props: { readonly id: string } & Children) => (
      <button type="button" className="term-word" data-term={props.id}>
        {props.children}
      </button>
    ),
    Question: (props: { readonly prompt: string } & Children) => (
      <Question prompt={props.prompt} label={WORDS.question[language]}>
        {props.children}
      </Question>
    ),
    Answer: (props: AnswerProps) => <Answer {...props} language={language} />,
    Ref: (props: { readonly id: ReferenceId }) => (
      <a className="ref" href={`#ref-${props.id}`} title={REFERENCES[props.id].title}>
        {REFERENCES[props.id].short[language]}
      </a>
    ),
    Eq: (props: { readonly id: string } & Children) => {
      gathered.equations++;
      const number = `${chapter}.${gathered.equations}`;
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
      data-island={name}
      data-number={number}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a mark of our own, replaced at build
      dangerouslySetInnerHTML={{ __html: islandSlot(name) }}
    />
  );
}

function Question({
  prompt,
  label,
  children,
}: { readonly prompt: string; readonly label: string } & Children) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of disclosures, not of form fields
    <div className="question" role="group" aria-labelledby={id}>
      <p className="question-label">{label}</p>
      <p className="question-prompt" id={id}>
        {prompt}
      </p>
      <QuestionName value={id}>{children}</QuestionName>
    </div>
  );
}

interface AnswerProps extends Children {
  readonly text: string;
  readonly right?: boolean;
}

function Answer({ text, right = false, children, language }: AnswerProps & { readonly language: Language }) {
  const name = useContext(QuestionName);
  return (
    <details className="answer" name={name} data-right={right ? '' : undefined}>
      <summary>{text}</summary>
      <div className="answer-reply">
        <strong className="verdict">{WORDS[right ? 'right' : 'wrong'][language]}</strong> {children}
      </div>
    </details>
  );
}
