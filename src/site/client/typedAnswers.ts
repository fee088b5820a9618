import { readTyped } from '../../formula/typed/readTyped.ts';

/** A number within half a per cent of an answer's is that answer: 2.3 for 2.303. */
const NEAR = 0.005;

/** Questions that ask for a number: the reader types, and the reply to that number opens. */
export function followTypedAnswers(): void {
  for (const question of document.querySelectorAll<HTMLElement>('.question[data-typed]')) follow(question);
}

function follow(question: HTMLElement): void {
  const form = question.querySelector('form');
  const input = form?.querySelector('input');
  const note = form?.querySelector<HTMLElement>('.typed-note');
  if (!form || !input || !note) return;
  const answers = [...question.querySelectorAll<HTMLDetailsElement>('.answer')];
  form.hidden = false;
  question.dataset['typed'] = 'asks';
  const open = (chosen: HTMLDetailsElement | undefined): void => {
    for (const answer of answers) answer.open = answer === chosen;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = readTyped(input.value);
    note.textContent = 'value' in typed ? '' : (note.dataset['noNumber'] ?? '');
    const chosen = 'value' in typed ? answerTo(typed.value, answers) : undefined;
    open(chosen);
    note.append(chosen?.querySelector('.verdict')?.textContent ?? '');
  });
  input.addEventListener('input', () => {
    note.textContent = '';
    open(undefined);
  });
  form.querySelector('[data-show-answers]')?.addEventListener('click', () => {
    question.dataset['typed'] = 'shows';
    form.hidden = true;
    answers[0]?.querySelector('summary')?.focus();
  });
}

/** The answer whose number is the nearest, if one is near; else the one for all others. */
function answerTo(value: number, answers: readonly HTMLDetailsElement[]): HTMLDetailsElement | undefined {
  const far = (answer: HTMLDetailsElement): number => Math.abs(Number(answer.dataset['number']) - value);
  const near = answers
    .filter((answer) => far(answer) <= NEAR * Math.abs(value) + Number.EPSILON)
    .sort((a, b) => far(a) - far(b));
  return near[0] ?? answers.find((answer) => answer.dataset['number'] === 'other');
}
