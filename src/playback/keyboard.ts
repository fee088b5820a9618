export type PlaybackCommand = 'toggle' | 'step' | 'stepBack' | 'start' | 'end' | 'unpin';

/** What a key means while the figure has the focus (and no field or grid of its own uses the key). */
export function commandOf(key: string): PlaybackCommand | undefined {
  switch (key) {
    case ' ':
      return 'toggle';
    case 'ArrowRight':
      return 'step';
    case 'ArrowLeft':
      return 'stepBack';
    case 'Escape':
      return 'unpin';
    default:
      return undefined;
  }
}
