const PATHS = {
  start: 'M5 4v12M16 4.5v11L7.5 10z',
  back: 'M14 4.5v11L5.5 10z',
  step: 'M6 4.5v11l8.5-5.500z',
  play: 'M6 3.500v13l10.5-6.500z',
  pause: 'M6 4h3v12H6zM11.5 4h3v12h-3z',
  restore: 'M4.5 10a5.5 5.5 0 1 0 1.8-4.050M4.2 3.200v3.600h3.6',
  dice: 'M4 4h12v12H4zM7.4 7.400h.01M12.6 12.600h.01M10 10h.01M12.6 7.400h.01M7.4 12.600h.01',
  copy: 'M7 7h9v9H7zM4 13V4h9',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['back', 'step', 'play', 'pause', 'start'];

/** A picture on a button; the button itself carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  const filled = FILLED.includes(name);
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className="icon">
      <path
        d={PATHS[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'dice' ? 1.8 : 1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
