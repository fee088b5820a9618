import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Model } from '../src/network/model.ts';
import type { Tensor } from '../src/tensor/tensor.ts';

const FILE = 'src/kit/digits/firstLayer.json';

/** Writes the first layer of a trained network for the figures that show it before any file is fetched. */
export function writeFirstLayer({ params }: Model): void {
  const [w, b] = params as [Tensor, Tensor];
  const taps = w.size / b.size;
  const filters = Array.from(b.data, (bias, f) => ({
    bias,
    weights: Array.from(w.data.slice(f * taps, (f + 1) * taps)),
  }));
  writeFileSync(FILE, JSON.stringify(filters));
  execFileSync('npx', ['biome', 'format', '--write', FILE]);
}
