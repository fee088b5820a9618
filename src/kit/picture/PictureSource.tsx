import { useEffect, useRef, useState } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { CameraPanel } from './CameraPanel.tsx';
import { type Picture, PictureError, type PictureProblem, type PictureReading } from './picture.ts';
import { problemText } from './problemText.ts';
import { readingText } from './readingText.ts';
import { readDrawable, readPicture } from './readPicture.ts';
import { useFigureDrop } from './useFigureDrop.ts';
import { WORDS } from './words.ts';

export interface PictureSourceProps {
  /** The longer side of the picture that comes; larger ones are shrunk to it. */
  readonly maxSide: number;
  /** Pictures that would be thinner than this are refused. */
  readonly minSide?: number;
  onPicture(picture: Picture): void;
}

type Message = { readonly problem: string } | { readonly note: string } | null;

/**
 * The reader's own picture: from a file, pasted or dropped on the figure, or from the camera. It is
 * decoded here and goes nowhere. What cannot be read is said in one sentence; nothing else changes.
 */
export function PictureSource({ maxSide, minSide = 1, onPicture }: PictureSourceProps) {
  const { language } = useFigure();
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const cameraButton = useRef<HTMLButtonElement>(null);
  const latest = useRef(0);
  const [message, setMessage] = useState<Message>(null);
  const [camera, setCamera] = useState(false);
  useEffect(
    () => () => {
      // A picture that is still being decoded comes too late.
      latest.current = Number.POSITIVE_INFINITY;
    },
    [],
  );

  const fail = (problem: PictureProblem, name = ''): void =>
    setMessage({ problem: problemText(problem, name, language) });
  const show = ({ picture, notes }: PictureReading): void => {
    setMessage({ note: readingText(picture, notes, language) });
    onPicture(picture);
  };
  const take = async (file: Blob, name: string): Promise<void> => {
    latest.current++;
    const mine = latest.current;
    try {
      const reading = await readPicture(file, name, { maxSide, minSide });
      if (mine === latest.current) show(reading);
    } catch (error) {
      if (mine === latest.current)
        fail(error instanceof PictureError ? error.problem : { kind: 'noPicture' }, name);
    }
  };
  useFigureDrop(root, {
    onFile: (file) => void take(file, file.name || say(WORDS.pasted)),
    onNothing: () => fail({ kind: 'nothingThere' }),
  });
  const closeCamera = (): void => {
    setCamera(false);
    cameraButton.current?.focus();
  };
  const shoot = (video: HTMLVideoElement): void => {
    latest.current++;
    try {
      show(readDrawable(video, null, say(WORDS.shot), { maxSide, minSide }));
    } catch (error) {
      fail(error instanceof PictureError ? error.problem : { kind: 'cameraFailed' });
    }
    closeCamera();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div ref={root} className="own-picture" role="group" aria-label={say(WORDS.group)}>
      <div className="own-ways">
        <button type="button" className="tool-button" onClick={() => input.current?.click()}>
          {say(WORDS.open)}
        </button>
        <button
          type="button"
          ref={cameraButton}
          className="tool-button"
          aria-expanded={camera}
          onClick={() => {
            setMessage(null);
            setCamera(!camera);
          }}
        >
          {say(WORDS.camera)}
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={say(WORDS.open)}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file, file.name);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <span className="own-hint">{say(WORDS.hint)}</span>
      </div>
      <div className="own-said">
        {message && 'problem' in message && <p role="alert">{message.problem}</p>}
        {message && 'note' in message && <p role="status">{message.note}</p>}
      </div>
      {camera && (
        <CameraPanel
          onShot={shoot}
          onProblem={(problem) => {
            fail(problem);
            closeCamera();
          }}
          onClose={closeCamera}
        />
      )}
    </div>
  );
}
