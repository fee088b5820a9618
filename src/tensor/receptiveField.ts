import { checkWhole } from './errors.ts';
import { kernelExtent } from './geometry.ts';

/** One layer along one axis. Defaults: stride 1, dilation 1, no padding. */
export interface FieldLayer {
  readonly kernel: number;
  readonly stride?: number;
  readonly dilation?: number;
  /** Padding before the first row. */
  readonly padding?: number;
}

/** What one output of a stack of layers sees of the input, along one axis. */
export interface ReceptiveField {
  /** How many input cells. */
  readonly size: number;
  /** How far apart the fields of neighbouring outputs are. */
  readonly jump: number;
  /** Where the field of output 0 begins; negative in the padding. */
  readonly start: number;
}

/**
 * r = 1 + Σ_l (k̂_l − 1) Π_{i<l} s_i, jump = Π s_i, start = −Σ_l p_l Π_{i<l} s_i
 * (Araujo, Norris & Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019).
 *
 * @returns the field after each layer; the first entry is the input itself (1, 1, 0)
 * @throws Error when a size is not whole and positive
 */
export function receptiveFields(layers: readonly FieldLayer[]): ReceptiveField[] {
  let field: ReceptiveField = { size: 1, jump: 1, start: 0 };
  const fields = [field];
  for (const { kernel, stride = 1, dilation = 1, padding = 0 } of layers) {
    for (const [name, size] of Object.entries({ kernel, stride, dilation, padding }))
      checkWhole('receptiveFields', name, size, Number(name !== 'padding'));
    field = {
      size: field.size + (kernelExtent(kernel, dilation) - 1) * field.jump,
      jump: field.jump * stride,
      start: field.start - padding * field.jump,
    };
    fields.push(field);
  }
  return fields;
}

/** The first and last input cell that output o sees; they may lie in the padding. */
export function fieldOf({ size, jump, start }: ReceptiveField, o: number): [first: number, last: number] {
  return [start + o * jump, start + o * jump + size - 1];
}
