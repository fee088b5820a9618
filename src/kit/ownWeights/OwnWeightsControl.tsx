import { useEffect, useRef, useState } from 'react';
import { printNumber, thousands } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';
import { useSay } from '../scene/context.ts';
import { countRight, type OwnDigitNetwork, openNetwork } from './ownDigitNetwork.ts';
import { keepOwnWeights, ownWeights, watchOwnWeights } from './ownWeights.ts';
import { chosenBytes } from './readWeights.ts';
import { classesText, OWN_WORDS } from './words.ts';
import './ownWeights.css';

interface OwnWeightsControlProps {
  /** Whether the figure has the reader's own weights, or waits for them. */
  readonly isOwn: boolean;
  /** The network with those weights, if it is the one that reads. */
  readonly own: OwnDigitNetwork | null;
  /** A file was opened: the figure takes its network. */
  opened(network: OwnDigitNetwork): void;
  choose(whose: 'article' | 'own'): void;
}

/** Whose weights the network has, how well the reader's own do, and the way back. */
export function OwnWeightsControl({ isOwn, own, opened, choose }: OwnWeightsControlProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [hasKept, setKept] = useKept();
  const open = async (file: File): Promise<void> => {
    const { bytes, problem: unread } = await chosenBytes(file);
    if (unread) return setProblem(unread);
    const network = openNetwork(file.name, bytes);
    if ('problem' in network) return setProblem(network.problem);
    const isKept = keepOwnWeights({ name: file.name, file: bytes });
    setKept(isKept);
    setProblem(isKept ? null : OWN_WORDS.notKept);
    opened(network);
  };
  return (
    <div className="own-weights">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say(OWN_WORDS.openWeights)}
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
              choose('article');
            }}
          >
            {say(OWN_WORDS.back)}
          </button>
        ) : (
          hasKept && (
            <button type="button" className="kit-button" onClick={() => choose('own')}>
              {say(OWN_WORDS.own)}
            </button>
          )
        )}
        <button type="button" className="kit-button" onClick={() => input.current?.click()}>
          {say(OWN_WORDS.openWeights)}
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

interface Counted {
  readonly own: OwnDigitNetwork;
  readonly correct: number;
  /** 0: the test digits did not come. */
  readonly count: number;
}

/** `Your weights: run.bin, 95.72% of 2500 test digits` */
function OwnNote({ own }: { readonly own: OwnDigitNetwork }) {
  const say = useSay();
  const [counted, setCounted] = useState<Counted | null>(null);
  const isOfDigits = own.data === 'digits';
  useEffect(() => {
    if (!isOfDigits) return;
    const stop = new AbortController();
    countRight(own, stop.signal).then(
      (right) => setCounted({ own, ...right }),
      () => stop.signal.aborted || setCounted({ own, count: 0, correct: 0 }),
    );
    return () => stop.abort();
  }, [own, isOfDigits]);
  const now = counted?.own === own ? counted : null;
  const right = now && now.count > 0 ? now : null;
  const share = right && printNumber((100 * right.correct) / right.count, { digits: 2 }).text;
  const score: Text = right
    ? {
        en: `${share}% of ${thousands(right.count)} test digits`,
        zh: `${thousands(right.count)} 个测试数字认对 ${share}%`,
      }
    : !isOfDigits
      ? classesText(own)
      : now
        ? OWN_WORDS.uncounted
        : OWN_WORDS.counting;
  return (
    <p data-metric="own-accuracy" data-value={right ? right.correct / right.count : undefined}>
      {say({ en: `Your weights, ${own.name}: ${score.en}`, zh: `你的权重，${own.name}：${score.zh}` })}
    </p>
  );
}
