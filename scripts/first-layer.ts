import { readFileSync, writeFileSync } from 'node:fs';
import { loadWeights } from '../src/network/weights.ts';
import type { Tensor } from '../src/tensor/tensor.ts';

/**
 * Writes the trained first layer of the digit network for the figure that shows it before any file is fetched.
 * To be run after training: npx tsx scripts/first-layer.ts
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
writeFileSync('src/scenes/conv-layer/trained.json', `${JSON.stringify(filters)}\n`);
