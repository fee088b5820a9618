import { useEffect, useRef, useState } from 'react';
import { useSay } from '../scene/context.ts';
import { openCamera, stopStream } from './camera.ts';
import { PictureError, type PictureProblem } from './picture.ts';
import { WORDS } from './words.ts';

interface CameraPanelProps {
  onShot(video: HTMLVideoElement): void;
  onProblem(problem: PictureProblem): void;
  onClose(): void;
}

/** What the camera sees, until the reader takes the picture. The camera is off as soon as the panel is gone. */
export function CameraPanel({ onShot, onProblem, onClose }: CameraPanelProps) {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const report = useRef(onProblem);
  report.current = onProblem;
  useEffect(() => {
    let live = true;
    let stream: MediaStream | null = null;
    openCamera().then(
      (opened) => {
        stream = opened;
        // Allowed only after the panel was closed.
        if (!live) return stopStream(opened);
        if (video.current) video.current.srcObject = opened;
      },
      (error: unknown) => {
        if (live) report.current(error instanceof PictureError ? error.problem : { kind: 'cameraFailed' });
      },
    );
    return () => {
      live = false;
      if (stream) stopStream(stream);
    };
  }, []);
  return (
    <div
      className="own-camera"
      role="dialog"
      aria-label={say(WORDS.view)}
      data-own-keys=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <video
        ref={video}
        muted
        autoPlay
        playsInline
        aria-label={say(WORDS.view)}
        onLoadedData={() => setReady(true)}
      />
      {!ready && <p>{say(WORDS.waiting)}</p>}
      <div className="own-camera-buttons">
        <button
          type="button"
          className="kit-button"
          disabled={!ready}
          onClick={() => video.current && onShot(video.current)}
        >
          {say(WORDS.shoot)}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the reader has just opened this panel */}
        <button type="button" className="kit-button" autoFocus onClick={onClose}>
          {say(WORDS.cancel)}
        </button>
      </div>
    </div>
  );
}
