import { createContext, type ReactNode, useContext, useId } from 'react';
import { readTyped } from '../../../formula/typed/readTyped.ts';
import type { Language } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';

/** Ties the answers of one question together: opening one closes the others. */
const QuestionName = createContext('');
const ALL_OPEN = '*';

interface Children {
  readonly children?: ReactNode;
}

interface QuestionProps extends Children {
  readonly prompt: string;
  readonly language: Language;
  /** The reader types a number; the answers are the numbers that have a reply (`client/typedAnswers.ts`). */
  readonly typed?: boolean | undefined;
  readonly open?: boolean | undefined;
}

/** A question to be answered before reading on. On paper, where nothing opens, every reply stands open. */
export function Question({ prompt, language, typed = false, open = false, children }: QuestionProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of disclosures, not of form fields
    <div className="question" role="group" aria-labelledby={id} data-typed={typed && !open ? '' : undefined}>
      <p className="question-label">{WORDS.question[language]}</p>
      <p className="question-prompt" id={id}>
        {prompt}
      </p>
      {typed && !open && <TypedAnswer language={language} prompt={id} />}
      <QuestionName value={open ? ALL_OPEN : id}>{children}</QuestionName>
    </div>
  );
}

/** The field for a number. Without a script it stays hidden, and the answers are opened as everywhere. */
function TypedAnswer({ language, prompt }: { readonly language: Language; readonly prompt: string }) {
  const note = `${prompt}-note`;
  return (
    <form className="typed-answer" hidden>
      <input
        name="number"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-labelledby={prompt}
        aria-describedby={note}
        placeholder={WORDS.typeNumber[language]}
      />
      <button type="submit">{WORDS.checkNumber[language]}</button>
      <button type="button" data-show-answers="">
        {WORDS.showAnswers[language]}
      </button>
      <p className="typed-note" id={note} role="status" data-no-number={WORDS.noNumber[language]} />
    </form>
  );
}

export interface AnswerProps extends Children {
  /** In a question that is typed: the number. Only the answer to all other numbers has none. */
  readonly text?: string;
  readonly right?: boolean;
  /** The reply to every number that has none of its own. */
  readonly other?: boolean;
}

/** One answer; each has a reply of its own. @throws Error if it has neither a text nor `other` */
export function Answer({
  text,
  right = false,
  other = false,
  children,
  language,
}: AnswerProps & { readonly language: Language }) {
  const name = useContext(QuestionName);
  if (text === undefined && !other) throw new Error('<Answer> has neither text nor other');
  return (
    <details
      className="answer"
      name={name === ALL_OPEN ? undefined : name}
      open={name === ALL_OPEN}
      data-right={right ? '' : undefined}
      data-number={other ? 'other' : numberIn(text ?? '')}
    >
      <summary>{text ?? WORDS.otherNumber[language]}</summary>
      <div className="answer-reply">
        <strong className="verdict">{WORDS[right ? 'right' : 'wrong'][language]}</strong> {children}
      </div>
    </details>
  );
}

function numberIn(text: string): number | undefined {
  const typed = readTyped(text);
  return 'value' in typed ? typed.value : undefined;
}
