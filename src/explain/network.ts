import type { Tensor } from '../tensor/tensor.ts';
import { explainAddInput } from './add.ts';
import type { Explanation, Factor } from './explanation.ts';
import { explainInputGradient, explainOutput, explainParameterGradient, parameterNames } from './layer.ts';
import { explainCrossEntropy, explainCrossEntropyInput } from './losses.ts';
import type { NetworkPass, PassLayer } from './networkPass.ts';

/**
 * A layer of a network: [2] is the third; [2, 0] the first inside it, if it is a residual block.
 * −1 for the last number stands for what goes into the first layer of that level: [-1] is the image.
 */
export type LayerPath = readonly number[];

/** One number of a pass through a network. */
export type Place =
  /** Of a layer's output, or ∂loss/∂ that output. */
  | { readonly of: 'activation' | 'gradient'; readonly layer: LayerPath; readonly index: readonly number[] }
  /** Of a layer's weights, or ∂loss/∂ them. */
  | {
      readonly of: 'parameter' | 'parameterGradient';
      readonly layer: LayerPath;
      readonly parameter: number;
      readonly index: readonly number[];
    }
  /** [] of a mean or sum, [n] of one sample. */
  | { readonly of: 'loss' | 'target'; readonly index: readonly number[] };

/**
 * Where a number of a network comes from: one layer's arithmetic, forwards or backwards. null for what
 * was given: pixels, weights, targets, and the first gradient of a pass without a loss.
 *
 * The arithmetic is that of the plain loops; the number that fast kernels left in the network may differ
 * from it by the rounding of float32.
 *
 * @throws Error for a place that is not there, or a gradient that has not come back
 */
export function explainPlace(pass: NetworkPass, place: Place): Explanation | null {
  switch (place.of) {
    case 'activation': {
      if (place.layer.at(-1) === -1) return follows(pass, place);
      return explainOutput(layerAt(pass, place.layer), pass.training, place.index);
    }
    case 'gradient':
      return explainGradient(pass, place.layer, place.index);
    case 'parameterGradient':
      return explainParameterGradient(
        layerAt(pass, place.layer),
        pass.training,
        place.parameter,
        place.index,
      );
    case 'loss':
      return pass.loss
        ? explainCrossEntropy(
            { logits: lastOf(pass).y, target: pass.loss.target },
            pass.loss.reduction,
            place.index,
          )
        : null;
    default:
      return null;
  }
}

/** What goes into a block is what came out before it; the image comes from nowhere. */
function follows(pass: NetworkPass, place: Place & { layer: LayerPath }): Explanation | null {
  const layer = inputOf([...place.layer.slice(0, -1), 0]);
  return layer.at(-1) === -1 ? null : explainPlace(pass, { ...place, layer } as Place);
}

function explainGradient(pass: NetworkPass, path: LayerPath, index: readonly number[]): Explanation | null {
  const reader = readerOf(pass, path);
  if (reader) return explainInputGradient(layerAt(pass, reader), pass.training, index);
  if (path.length > 1)
    return explainAddInput({ dy: gradientOf(layerAt(pass, path.slice(0, -1))) }, 'b', index);
  if (!pass.loss) return null;
  return explainCrossEntropyInput(
    { logits: lastOf(pass).y, target: pass.loss.target },
    pass.loss.reduction,
    index,
  );
}

/**
 * On from one factor of an explanation to the place where that number stands in the network, so that it
 * can be explained in its turn. null where the way ends: padding, inserted zeros, constants and
 * intermediate numbers (those are explained in `via`).
 *
 * @param place what was explained · @param factor one of its factors, or of its candidates
 */
export function follow(pass: NetworkPass, place: Place, factor: Factor): Place | null {
  if (factor.virtual) return null;
  const { index, tensor } = factor;
  switch (place.of) {
    case 'activation':
      return followInto(
        pass,
        place.layer.at(-1) === -1 ? inputOf([...place.layer.slice(0, -1), 0]) : place.layer,
        factor,
      );
    case 'parameterGradient':
      return followInto(pass, place.layer, factor);
    case 'gradient': {
      const reader = readerOf(pass, place.layer);
      if (reader) return followBack(pass, reader, factor);
      if (place.layer.length > 1)
        return tensor === 'dy' ? { of: 'gradient', layer: place.layer.slice(0, -1), index } : null;
      return followLoss(pass, factor);
    }
    case 'loss':
      return followLoss(pass, factor);
    default:
      return null;
  }
}

/** A factor of what layer `path` itself computed: its output, or the gradient of its parameters. */
function followInto(pass: NetworkPass, path: LayerPath, { tensor, index }: Factor): Place | null {
  const layer = layerAt(pass, path);
  if (layer.spec.type === 'residual') {
    const inner = layer.inner?.length ?? 0;
    if (tensor === 'a' || inner === 0) return { of: 'activation', layer: inputOf(path), index };
    return { of: 'activation', layer: [...path, inner - 1], index };
  }
  if (tensor === 'x') return { of: 'activation', layer: inputOf(path), index };
  if (tensor === 'dy') return { of: 'gradient', layer: path, index };
  const parameter = parameterNames(layer).indexOf(tensor);
  return parameter < 0 ? null : { of: 'parameter', layer: path, parameter, index };
}

/** A factor of what layer `path` handed back. */
function followBack(pass: NetworkPass, path: LayerPath, factor: Factor): Place | null {
  if (layerAt(pass, path).spec.type !== 'residual') return followInto(pass, path, factor);
  const layer = factor.tensor === 'a' ? path : [...path, -1];
  return { of: 'gradient', layer, index: factor.index };
}

function followLoss(pass: NetworkPass, { tensor, index }: Factor): Place | null {
  if (tensor === 'logits') return { of: 'activation', layer: [pass.layers.length - 1], index };
  return tensor === 'loss' || tensor === 'target' ? { of: tensor, index } : null;
}

/** The tensor in which a place stands, if the pass holds it: activations, gradients and parameters. */
export function tensorAt(pass: NetworkPass, place: Place): Tensor | null {
  if (place.of === 'parameter') return layerAt(pass, place.layer).params[place.parameter] ?? null;
  if (place.of !== 'activation' && place.of !== 'gradient') return null;
  const before = place.layer.at(-1) === -1;
  const layer = layerAt(pass, before ? [...place.layer.slice(0, -1), 0] : place.layer);
  const [coming, going] = before ? [layer.x, layer.dx] : [layer.y, layer.dy];
  return (place.of === 'activation' ? coming : going) ?? null;
}

/** The layers at the level of a path. */
function levelOf(pass: NetworkPass, path: LayerPath): readonly PassLayer[] {
  const block = path.slice(0, -1);
  return block.length === 0 ? pass.layers : (layerAt(pass, block).inner ?? []);
}

/** @throws Error for a path that is not there */
export function layerAt(pass: NetworkPass, path: LayerPath): PassLayer {
  const layer = path.length > 0 ? levelOf(pass, path)[path.at(-1) as number] : undefined;
  if (!layer) throw new Error(`explain: there is no layer [${path.join(', ')}]`);
  return layer;
}

/** The layer that reads the output of `path`; null for the last of its level. */
function readerOf(pass: NetworkPass, path: LayerPath): LayerPath | null {
  const next = (path.at(-1) as number) + 1;
  return next < levelOf(pass, path).length ? [...path.slice(0, -1), next] : null;
}

/** The layer whose output `path` reads; [-1] for the image. */
function inputOf(path: LayerPath): LayerPath {
  const [block, i] = [path.slice(0, -1), path.at(-1) as number];
  if (i > 0) return [...block, i - 1];
  return block.length === 0 ? [-1] : inputOf(block);
}

function lastOf(pass: NetworkPass): PassLayer {
  return layerAt(pass, [pass.layers.length - 1]);
}

function gradientOf({ dy }: PassLayer): Tensor {
  if (!dy) throw new Error('explain: no gradient has come back to the residual block');
  return dy;
}
