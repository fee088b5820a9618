import type { ComponentType } from 'react';
import type { PanelName } from '../words.ts';
import { ConfusionPanel } from './confusion/ConfusionPanel.tsx';
import { FiltersPanel } from './filters/FiltersPanel.tsx';
import { HealthPanel } from './health/HealthPanel.tsx';
import { MapsPanel } from './maps/MapsPanel.tsx';
import { MisreadPanel } from './misread/MisreadPanel.tsx';
import type { PanelProps } from './panel.ts';
import { StepRow } from './step/StepRow.tsx';
import { WeightPanel } from './weight/WeightPanel.tsx';

/** What can stand under the charts. */
export const PANEL_OF: Readonly<Record<PanelName, ComponentType<PanelProps>>> = {
  filters: FiltersPanel,
  maps: MapsPanel,
  misread: MisreadPanel,
  confusion: ConfusionPanel,
  weight: WeightPanel,
  health: HealthPanel,
  step: StepRow,
};
