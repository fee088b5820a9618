import type { Beat } from '../../playback/playable.ts';
import { DEFAULTS } from './defaults.ts';
import type { TrainingParams } from './parameters.ts';
import { packed } from './settings.ts';

/** After so many steps. */
const after = (steps: number) =>
  steps === 0
    ? ({ stretch: 'training', cell: 0, done: 0 } as const)
    : ({ stretch: 'training', cell: steps - 1 } as const);

const beside = (change: Partial<TrainingParams>) => ({ other: packed({ ...DEFAULTS, ...change }) });

/** The names that the prose can point at. A beat with a position is a request: it is trained up to there. */
export const BEATS: Readonly<Record<string, Beat<TrainingParams>>> = {
  start: { at: after(0) },
  one: { at: after(1) },
  some: { at: after(100) },
  whole: { at: after(2500) },
  zeros: { params: { start: 'zeros' }, at: after(100) },
  'too-small': { params: { start: 'small' }, at: after(100) },
  'too-large': { params: { start: 'large' }, at: after(100) },
  'too-slow': { params: { rate: 0.0004 }, at: after(200) },
  'too-fast': { params: { rate: 0.3 }, at: after(100) },
  huge: { params: { rate: 1e6, schedule: 'constant' }, at: after(20) },
  dead: { params: { rate: 1, schedule: 'constant', right: 'health' }, at: after(100) },
  sgd: { params: { optimizer: 'sgd' }, at: after(200) },
  adam: { params: { optimizer: 'adam', rate: 0.002 }, at: after(200) },
  'plain-sgd-beside-momentum': { params: beside({ optimizer: 'sgd' }), at: after(200) },
  'batch-1': { params: { batch: 1, rate: 0.002 }, at: after(300) },
  'no-second': { params: { convolutions: '1' }, at: after(300) },
  dense: { params: { convolutions: '0', left: 'misread', right: 'confusion' }, at: after(600) },
  'dense-scrambled': {
    params: { convolutions: '0', pixels: 'scrambled', left: 'misread', right: 'confusion', group: 'data' },
    at: after(600),
  },
  'cnn-scrambled': { params: { pixels: 'scrambled', group: 'data' }, at: after(600) },
  'cnn-beside-scrambled': {
    params: { ...beside({ pixels: 'scrambled' }), group: 'data' },
    at: after(300),
  },
  overfit: { params: { digits: 100, shift: 0, group: 'data' }, at: after(400) },
  shifted: { params: { digits: 100, shift: 2, group: 'data' }, at: after(400) },
  fashion: {
    params: { data: 'fashion', digits: 10_000, group: 'data', left: 'misread', right: 'confusion' },
    at: after(600),
  },
  l2: { params: { digits: 100, shift: 0, decay: 0.05, group: 'data' }, at: after(400) },
  dropout: { params: { digits: 100, shift: 0, dropout: 0.5, group: 'network' }, at: after(400) },
  'batch-norm': { params: { start: 'large', batchNorm: true, group: 'network' }, at: after(100) },
  'not-finite': {
    params: { rate: 1, schedule: 'constant', activation: 'leakyRelu', right: 'health' },
    at: after(100),
  },
  misread: { params: { left: 'misread', right: 'confusion' }, at: after(600) },
  weight: { params: { left: 'weight' }, at: after(100) },
  health: { params: { right: 'health' }, at: after(100) },
};
