import { createContext, type ReactNode, useContext, useId } from 'react';
import type { Language } from '../../../language/language.ts';
import { WORDS } from '../../words.ts';

/** Ties the answers of one question together: opening one closes the others. */
const QuestionName = createContext('');
const ALL_OPEN = '*';

interface Children {
  readonly children?: ReactNode;
}

/** A question to be answered before reading on. On paper, where nothing opens, every reply stands open. */
export function Question({
  prompt,
  label,
  open = false,
  children,
}: { readonly prompt: string; readonly label: string; readonly open?: boolean } & Children) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of disclosures, not of form fields
    <div className="question" role="group" aria-labelledby={id}>
      <p className="question-label">{label}</p>
      <p className="question-prompt" id={id}>
        {prompt}
      </p>
      <QuestionName value={open ? ALL_OPEN : id}>{children}</QuestionName>
    </div>
  );
}

export interface AnswerProps extends Children {
  readonly text: string;
  readonly right?: boolean;
}

/** One answer; each has a reply of its own. */
export function Answer({
  text,
  right = false,
  children,
  language,
}: AnswerProps & { readonly language: Language }) {
  const name = useContext(QuestionName);
  return (
    <details
      className="answer"
      name={name === ALL_OPEN ? undefined : name}
      open={name === ALL_OPEN}
      data-right={right ? '' : undefined}
    >
      <summary>{text}</summary>
      <div className="answer-reply">
        <strong className="verdict">{WORDS[right ? 'right' : 'wrong'][language]}</strong> {children}
      </div>
    </details>
  );
}
