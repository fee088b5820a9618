import { useRef, useState } from 'react';
import { keepOwnWeights } from '../../../../kit/ownWeights/ownWeights.ts';
import { chosenBytes } from '../../../../kit/ownWeights/readWeights.ts';
import { sameNetwork } from '../../../../kit/ownWeights/sameNetwork.ts';
import type { Language, Text } from '../../../../language/language.ts';
import { digitNetwork } from '../../../../network/spec.ts';
import { writeLink } from '../../../../playback/link.ts';
import { type Architecture, networkOf } from '../../../../worker/settings.ts';
import type { RunState } from '../../run/state.ts';
import { latest } from '../filters/filters.ts';
import { curvesCsv } from './curvesCsv.ts';
import { download } from './download.ts';
import { type Loaded, loadWeightsFile } from './loadWeightsFile.ts';
import { weightsFile } from './weightsFile.ts';
import { nameAfter, savedText, WORDS } from './words.ts';
import './files.css';

interface RunFilesProps {
  readonly run: RunState;
  /** The run beside it. */
  readonly other: RunState | null;
  readonly language: Language;
  /** A file that runs can start from was loaded. */
  onStart(architecture: Architecture, number: number): void;
}

type Said = { readonly text: Text; readonly isProblem: boolean } | null;

/** The link under which the figure of the network shows weights of the reader's own. */
const OWN_IN_NETWORK = writeLink({ scene: 'network', texts: { weights: 'own' } });

/** What a run leaves, to be taken along: its weights as a file or in the figure of the network, its curves as a table. */
export function RunFiles({ run, other, language, onStart }: RunFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<Said>(null);
  const tell = (text: Text, isProblem = false): void => setSaid({ text, isProblem });
  const { step } = latest(run);

  const save = (): void => {
    const name = `weights-step-${step}.bin`;
    download(weightsFile(run), 'application/octet-stream', name);
    tell(savedText(name));
  };
  const load = async (file: File): Promise<void> => {
    const { bytes, problem } = await chosenBytes(file);
    const loaded: Loaded = problem ? { problem } : loadWeightsFile(file.name, bytes);
    if (loaded.problem) tell(loaded.problem, true);
    else {
      tell(loaded.said);
      onStart(loaded.architecture, loaded.number);
    }
  };
  const open = (): void => {
    if (!sameNetwork(networkOf(run.settings.architecture), digitNetwork())) tell(WORDS.notShown, true);
    else if (
      keepOwnWeights({
        name: nameAfter(step)[language],
        file: weightsFile(run),
        data: run.settings.data,
      })
    )
      location.hash = OWN_IN_NETWORK;
    else tell(WORDS.refused, true);
  };
  const csv = (): void => {
    const runs = [{ name: 'A', run }, ...(other ? [{ name: 'B', run: other }] : [])];
    download(curvesCsv(runs), 'text/csv', 'training.csv');
    tell(savedText('training.csv'));
  };
  const acts: readonly (readonly [Text, () => void])[] = [
    [WORDS.save, save],
    [WORDS.load, () => input.current?.click()],
    [WORDS.csv, csv],
    [WORDS.open, open],
  ];
  return (
    <div className="run-files">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={WORDS.load[language]}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void load(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {acts.map(([label, act]) => (
        <button key={label.en} type="button" className="kit-button" onClick={act}>
          {label[language]}
        </button>
      ))}
      {said && (
        <p role={said.isProblem ? 'alert' : 'status'} className={said.isProblem ? 'is-problem' : undefined}>
          <span>{said.text[language]}</span>
          <button type="button" className="kit-text-button" onClick={() => setSaid(null)}>
            {{ en: 'Close', zh: '关闭' }[language]}
          </button>
        </p>
      )}
    </div>
  );
}
