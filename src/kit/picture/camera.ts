import { PictureError, type PictureProblem } from './picture.ts';

const PROBLEMS: Readonly<Record<string, PictureProblem['kind']>> = {
  NotAllowedError: 'cameraRefused',
  SecurityError: 'cameraRefused',
  NotFoundError: 'cameraAbsent',
  OverconstrainedError: 'cameraAbsent',
  NotReadableError: 'cameraBusy',
  AbortError: 'cameraBusy',
};

/** What a failed request for the camera means. */
export const cameraProblem = (error: unknown): PictureProblem => ({
  kind: (PROBLEMS[(error as { name?: string } | null)?.name ?? ''] ?? 'cameraFailed') as 'cameraFailed',
});

export const stopStream = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Asks for the camera, the one that looks away from the reader if there are two. @throws PictureError */
export async function openCamera(): Promise<MediaStream> {
  // Without a secure address there is no such object, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) throw new PictureError({ kind: 'cameraAbsent' });
  try {
    return await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    throw new PictureError(cameraProblem(error));
  }
}
