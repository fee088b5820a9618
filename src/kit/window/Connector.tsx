import type { Role } from '../../formula/symbols.ts';
import type { Box } from '../stage/boxes.ts';
import { curveBetween, pathOf } from './curve.ts';
import './window.css';

interface ConnectorProps {
  readonly from: Box;
  readonly to: Box;
  readonly hue?: Role;
}

/** A dotted path from one cell to another, in the colour of what goes along it. */
export function Connector({ from, to, hue = 'plain' }: ConnectorProps) {
  return <path className={`connector role-${hue}`} aria-hidden="true" d={pathOf(curveBetween(from, to))} />;
}
