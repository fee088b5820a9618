import fc from 'fast-check';
import type { ParamSpec } from '../../../../src/playback/parameters/spec.ts';
import { settle } from '../../../../src/playback/parameters/table.ts';
import type { AnyScene } from './registry.ts';

function arbitraryOf(spec: ParamSpec<unknown>): fc.Arbitrary<unknown> {
  const { control, range, options, step } = spec;
  if (options) return fc.constantFrom(...Object.keys(options));
  if (typeof spec.default === 'boolean') return fc.boolean();
  if (range) {
    const [min, max] = range;
    const small = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, min + 8)) });
    return step === 1 ? small : fc.oneof(small, fc.double({ min, max, noNaN: true }));
  }
  if (control !== 'cells') throw new Error('a parameter of no known kind');
  const typed = fc.array(
    fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -3, max: 3, noNaN: true })),
    // A list of none and a −0 are nothing that a reader can type.
    { minLength: 1, maxLength: 16 },
  );
  const numbers = typed.map((values) => values.map((value) => value + 0));
  return fc.oneof(fc.constant(spec.default), numbers);
}

/** Parameters that a reader could set, brought together as the figure brings them together. */
export function arbitraryParams(scene: AnyScene): fc.Arbitrary<Record<string, unknown>> {
  const record = Object.fromEntries(
    Object.entries(scene.params as Record<string, ParamSpec<unknown>>).map(([name, spec]) => [
      name,
      // Most parameters keep their defaults: a figure is moved one slider at a time.
      fc.oneof(
        { weight: 2, arbitrary: fc.constant(spec.default) },
        { weight: 1, arbitrary: arbitraryOf(spec) },
      ),
    ]),
  );
  return fc.record(record).map((params) => settle(scene, params));
}
