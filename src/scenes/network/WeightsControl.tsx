import { useEffect, useRef, useState } from 'react';
import { printNumber, thousands } from '../../formula/numbers.ts';
import { keepOwnWeights, ownWeights, watchOwnWeights } from '../../kit/ownWeights/ownWeights.ts';
import { chosenBytes } from '../../kit/ownWeights/readWeights.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { Text } from '../../language/language.ts';
import type { PassModel } from './model.ts';
import { countRight, type OwnNetwork, openNetwork } from './ownNetwork.ts';
import type { NetworkParams } from './parameters.ts';
import { classesText, WORDS } from './words.ts';

/** Whose weights the network has, how well the reader's own do, and the way back. */
export function WeightsControl({ params, model, setParams }: ControlProps<NetworkParams, PassModel>) {
  const { store } = useFigure();
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [hasKept, setKept] = useKept();
  const { own } = model;
  const isOwn = params.weights === 'own';
  const open = async (file: File): Promise<void> => {
    const { bytes, problem: unread } = await chosenBytes(file);
    if (unread) return setProblem(unread);
    const opened = openNetwork(file.name, bytes);
    if ('problem' in opened) return setProblem(opened.problem);
    const isKept = keepOwnWeights({ name: file.name, file: bytes });
    setKept(isKept);
    setProblem(isKept ? null : WORDS.notKept);
    store.actions.setResource('own', 'own', { state: 'there', value: opened });
    setParams({ weights: 'own' });
  };
  return (
    <div className="network-weights">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say(WORDS.openWeights)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void open(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {isOwn && own && <OwnNote own={own} />}
      <div>
        {isOwn ? (
          <button
            type="button"
            className="kit-button"
            onClick={() => {
              setProblem(null);
              setParams({ weights: 'article' });
            }}
          >
            {say(WORDS.back)}
          </button>
        ) : (
          hasKept && (
            <button type="button" className="kit-button" onClick={() => setParams({ weights: 'own' })}>
              {say(WORDS.own)}
            </button>
          )
        )}
        <button type="button" className="kit-button" onClick={() => input.current?.click()}>
          {say(WORDS.openWeights)}
        </button>
      </div>
      {problem && <p role="alert">{say(problem)}</p>}
    </div>
  );
}

/** Whether weights of the reader's are kept in this browser. */
function useKept() {
  const [hasKept, setKept] = useState(false);
  useEffect(() => {
    const look = (): void => setKept(ownWeights() !== null);
    look();
    return watchOwnWeights(look);
  }, []);
  return [hasKept, setKept] as const;
}

/** `Your weights: run.bin, 95.72% of 2500 test digits` */
function OwnNote({ own }: { readonly own: OwnNetwork }) {
  const say = useSay();
  const [counted, setCounted] = useState<{ own: OwnNetwork; correct: number; count: number } | null>(null);
  const isOfDigits = own.data === 'digits';
  useEffect(() => {
    if (!isOfDigits) return;
    const stop = new AbortController();
    countRight(own, stop.signal).then(
      (right) => setCounted({ own, ...right }),
      () => setCounted(null),
    );
    return () => stop.abort();
  }, [own, isOfDigits]);
  const right = counted?.own === own ? counted : null;
  const share = right && printNumber((100 * right.correct) / right.count, { digits: 2 }).text;
  const score: Text = right
    ? {
        en: `${share}% of ${thousands(right.count)} test digits`,
        zh: `${thousands(right.count)} 个测试数字认对 ${share}%`,
      }
    : isOfDigits
      ? WORDS.counting
      : classesText(own);
  return (
    <p data-metric="own-accuracy" data-value={right ? right.correct / right.count : undefined}>
      {say({ en: `Your weights, ${own.name}: ${score.en}`, zh: `你的权重，${own.name}：${score.zh}` })}
    </p>
  );
}
