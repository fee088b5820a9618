import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useFigure, useNow, useSay } from '../scene/context.ts';
import { checkText, errorText, verdictOf } from './checkText.ts';
import { holds } from './gradients.ts';
import { useGradientCheck } from './useGradientCheck.ts';

const WORDS = {
  ok: { en: 'checked', zh: '已检验' },
  broken: { en: 'wrong', zh: '有误' },
  unknown: { en: 'not checked', zh: '无法检验' },
  pending: { en: 'checking…', zh: '检验中…' },
  relative: { en: 'relative error', zh: '相对误差' },
  title: { en: 'Gradient check', zh: '梯度检验' },
  how: {
    en: 'The gradients on the screen against (L(θ + ε) − L(θ − ε)) / 2ε, which takes passes forwards alone. Errors are relative to the largest number of each gradient.',
    zh: '把屏幕上的梯度与 (L(θ + ε) − L(θ − ε)) / 2ε 相比，后者只用前向传播。误差相对于各梯度中最大的数。',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
} as const;

const MARKS = { ok: '✓', broken: '✗', unknown: '–', pending: '' } as const;

/** On a figure with gradients: whether they are the slopes of their loss, how nearly, and how that was found. */
export function CheckedBadge() {
  const { scene } = useFigure();
  return scene.gradients ? <Badge /> : null;
}

function Badge() {
  const { language } = useFigure();
  const { grids } = useNow();
  const say = useSay();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useClosing(isOpen, root, (byKey) => {
    setOpen(false);
    if (byKey) button.current?.focus();
  });
  const checks = useGradientCheck();
  const verdict = checks && verdictOf(checks);
  const state = verdict?.state ?? 'pending';
  const error = verdict && verdict.state !== 'unknown' ? verdict.worst.relativeError : null;
  const lines = (checks ?? []).flatMap((check) => {
    const grid = grids.get(check.grid);
    return grid ? [{ check, text: checkText(check, grid, language) }] : [];
  });
  return (
    <div className="check" ref={root} data-check={state} data-relative-error={error ?? undefined}>
      <button
        type="button"
        ref={button}
        className="check-badge"
        aria-expanded={isOpen}
        aria-controls={id}
        title={lines.find(({ check }) => check === verdict?.worst)?.text ?? say(WORDS.title)}
        onClick={() => setOpen(!isOpen)}
      >
        {MARKS[state] && (
          <span className="check-mark" aria-hidden="true">
            {MARKS[state]}
          </span>
        )}
        <span className="check-word">{say(WORDS[state])}</span>
        {error !== null && (
          <>
            <span className="visually-hidden">{say(WORDS.relative)}</span>
            <span className="check-error" translate="no">
              {errorText(error)}
            </span>
          </>
        )}
      </button>
      <section id={id} className="check-panel" aria-label={say(WORDS.title)} hidden={!isOpen}>
        <p>{say(WORDS.how)}</p>
        {lines.length === 0 ? (
          <p>{say(WORDS.pending)}</p>
        ) : (
          <ul>
            {lines.map(({ check, text }) => (
              <li key={check.grid} className={holds(check) ? undefined : 'is-broken'}>
                {text}
              </li>
            ))}
          </ul>
        )}
        <CopyLines text={lines.map(({ text }) => text).join('\n')} />
      </section>
    </div>
  );
}

/** Copies; where the browser does not allow that, the lines are text that can be marked. */
function CopyLines({ text }: { readonly text: string }) {
  const say = useSay();
  const [copied, setCopied] = useState('');
  const copy = (): void => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(text),
      () => setCopied(''),
    );
  };
  return (
    <button type="button" className="kit-button" disabled={text === ''} onClick={copy}>
      {say(copied !== '' && copied === text ? WORDS.copied : WORDS.copy)}
    </button>
  );
}

/** A press elsewhere and Escape close what is open; this Escape does nothing else. */
function useClosing(
  isOpen: boolean,
  root: RefObject<HTMLElement | null>,
  close: (byKey: boolean) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing is the same each time
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) close(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close(true);
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [isOpen]);
}
