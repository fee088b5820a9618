import { Icon, type IconName } from '../../../kit/button/Icon.tsx';
import { useSay } from '../../../kit/scene/context.ts';
import type { Text } from '../../../language/language.ts';

interface BarButtonProps {
  readonly icon?: IconName;
  readonly label: Text;
  readonly className?: string;
  /** In its place where there is little room; with an icon none is needed. */
  readonly short?: Text;
  readonly isIcon?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

/** A button with its name on it; on a phone, or as an icon, the whole name is only said. */
export function BarButton(props: BarButtonProps) {
  const { icon, label, short, className = '', isIcon = false, disabled = false, onClick } = props;
  const say = useSay();
  const name = say(label);
  return (
    <button
      type="button"
      className={`kit-button ${isIcon ? 'is-icon' : ''} ${className}`}
      title={name}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {!isIcon && <span className={icon || short ? 'training-button-name' : undefined}>{name}</span>}
      {short && <span className="training-button-short">{say(short)}</span>}
    </button>
  );
}
