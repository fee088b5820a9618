const PATHS = {
  start: 'M5 4v12M16 4.5v11L7.5 10z',
  back: 'M14 4.5v11L5.5 10z',
  step: 'M6 4.5v11l8.5-5.5z',
  play: 'M6 3.5v13l10.5-6.5z',
  pause: 'M6 4h3v12H6zM11.5 4h3v12h-3z',
  restore: 'M4.5 10a5.5 5.5 0 1 0 1.8-4.05M4.2 3.2v3.6h3.6',
  dice: 'M4 4h12v12H4zM7.4 7.4h.01M12.6 12.6h.01M10 10h.01M12.6 7.4h.01M7.4 12.6h.01',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  large: 'M12 4h4v4M8 16H4v-4M16 4l-5 5M4 16l5-5',
  small: 'M15 9h-4V5M5 11h4v4M11 9l5-5M9 11l-5 5',
  minus: 'M4.5 10h11',
  plus: 'M10 4.5v11M4.5 10h11',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  arrow: 'M10 4v12M5.5 11.5L10 16l4.5-4.5',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['back', 'step', 'play', 'pause', 'start'];
const DOTTED: readonly IconName[] = ['dice', 'more'];

/** A picture on a button; the button itself carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" className={`kit-icon is-${name}`} aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={FILLED.includes(name) ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={DOTTED.includes(name) ? 2 : 1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
