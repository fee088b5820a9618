import type { Text } from '../../language/language.ts';
import { useSay } from '../scene/context.ts';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: Text;
  readonly className?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

/** A button with a picture on it and its name for a pointer that rests and for assistive technology. */
export function IconButton({
  icon,
  label,
  className = '',
  pressed,
  expanded,
  disabled,
  onClick,
}: IconButtonProps) {
  const name = useSay()(label);
  return (
    <button
      type="button"
      className={`kit-button is-icon ${className}`}
      aria-label={name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
