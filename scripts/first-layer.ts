import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadWeights } from '../src/network/weights.ts';
import type { Tensor } from '../src/tensor/tensor.ts';

/**
 * Writes the trained first layer of the digit network for the figure that shows it before any file is fetched.
 * `npm run train` runs it when a network has been trained.
 */
const [w, b] = loadWeights(new Uint8Array(readFileSync('public/weights/mnist-lenet.bin'))).params as [
  Tensor,
  Tensor,
];
const taps = w.size / b.size;
const filters = Array.from(b.data, (bias, f) => ({
  bias,
  weights: Array.from(w.data.slice(f * taps, (f + 1) * taps)),
}));
const file = 'src/scenes/conv-layer/trained.json';
writeFileSync(file, JSON.stringify(filters));
execFileSync('npx', ['biome', 'format', '--write', file]);
