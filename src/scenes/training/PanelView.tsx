import { memo } from 'react';
import type { Box } from '../../kit/stage/boxes.ts';
import type { PanelProps } from './panels/panel.ts';
import { PANEL_OF } from './panels/panels.ts';
import type { RunState } from './run/state.ts';
import type { PanelName } from './words.ts';

interface PanelViewProps extends PanelProps {
  readonly name: PanelName;
}

/** What a panel reads of a run; the others read all of it. While it trains, most of a run changes many times a second. */
const READS: Partial<Record<PanelName, readonly (keyof RunState)[]>> = {
  filters: ['settings', 'now', 'looks'],
  maps: ['settings', 'now', 'looks'],
  misread: ['settings', 'readings'],
  confusion: ['settings', 'readings'],
};

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

function same(old: PanelViewProps, now: PanelViewProps): boolean {
  const reads = READS[now.name];
  const sameRun = reads ? reads.every((key) => old.run[key] === now.run[key]) : old.run === now.run;
  return (
    sameRun &&
    old.name === now.name &&
    sameBox(old.box, now.box) &&
    old.choice === now.choice &&
    old.language === now.language &&
    old.ask === now.ask
  );
}

/** The panel of a name, drawn again only when something that it shows has changed. `onChoice` has to stay the same. */
export const PanelView = memo(function PanelView({ name, ...props }: PanelViewProps) {
  const Panel = PANEL_OF[name];
  return <Panel {...props} />;
}, same);
