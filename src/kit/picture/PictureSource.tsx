import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useSay } from '../scene/context.ts';
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
 * The reader's own picture, behind a button with a plus: from a file, pasted or dropped on the figure, or from the camera. It is
 * decoded here and goes nowhere. What became of it, or why it cannot be read, is said at the foot of the figure.
 */
export function PictureSource({ maxSide, minSide = 1, onPicture }: PictureSourceProps) {
  const { language } = useFigure();
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const cameraButton = useRef<HTMLButtonElement>(null);
  const latest = useRef(0);
  const [message, setMessage] = useState<Message>(null);
  const [open, setOpen] = useState(false);
  const [camera, setCamera] = useState(false);
  const [card, setCard] = useState<Element | null>(null);
  useEffect(() => setCard(root.current?.closest('.frame-card') ?? null), []);
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
    setOpen(false);
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

  const close = (): void => {
    setOpen(false);
    setCamera(false);
    root.current?.querySelector('button')?.focus();
  };
  const said = message && ('problem' in message ? message.problem : message.note);
  const role = message && 'problem' in message ? 'alert' : 'status';

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div
      ref={root}
      className="own-picture"
      role="group"
      aria-label={say(WORDS.group)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <IconButton
        icon={open ? 'close' : 'plus'}
        label={open ? WORDS.close : WORDS.group}
        expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      />
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
      {open && (
        <div className="own-ways">
          <button type="button" className="kit-button" onClick={() => input.current?.click()}>
            {say(WORDS.open)}
          </button>
          <button
            type="button"
            ref={cameraButton}
            className="kit-button"
            aria-expanded={camera}
            onClick={() => {
              setMessage(null);
              setCamera(!camera);
            }}
          >
            {say(WORDS.camera)}
          </button>
          <p className="own-hint">{say(WORDS.hint)}</p>
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
      )}
      {card &&
        said &&
        createPortal(
          <div className={`own-said is-${role}`} onAnimationEnd={() => setMessage(null)}>
            <p role={role}>{said}</p>
            <IconButton icon="close" label={WORDS.close} onClick={() => setMessage(null)} />
          </div>,
          card,
        )}
    </div>
  );
}
