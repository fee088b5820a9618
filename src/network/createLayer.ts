import { add } from '../tensor/add.ts';
import { checkOneOf, reject } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import {
  activationLayer,
  avgPool2dLayer,
  dropoutLayer,
  flattenLayer,
  globalAvgPool2dLayer,
  maxPool2dLayer,
} from './fixedLayers.ts';
import { type Layer, type LayerSite, layerOf, type Maker, ownedBy } from './layer.ts';
import { backThrough, forwardThrough } from './passes.ts';
import type { LayerSpec } from './spec.ts';
import { batchNorm2dLayer, conv2dLayer, linearLayer } from './weightLayers.ts';

const residualLayer: Maker<'residual'> = (spec, site) => {
  const { inShape } = site;
  const layers = createLayers(spec.layers, site);
  const { outShape } = layers.at(-1) ?? { outShape: inShape };
  if (String(outShape) !== String(inShape))
    reject('residual', 'the shape that its layers make', outShape, `[${inShape}], that of its input`);
  return layerOf(
    ...([spec, inShape, outShape] as const),
    (x, mode) => [
      add(x, forwardThrough(layers, x, mode).at(-1) as Tensor),
      (dy) => [add(dy, backThrough(layers, dy)[0] as Tensor)],
    ],
    ownedBy(layers),
  );
};

const MAKERS: { readonly [Type in LayerSpec['type']]: Maker<Type> } = {
  conv2d: conv2dLayer,
  linear: linearLayer,
  batchNorm2d: batchNorm2dLayer,
  activation: activationLayer,
  maxPool2d: maxPool2dLayer,
  avgPool2d: avgPool2dLayer,
  globalAvgPool2d: globalAvgPool2dLayer,
  flatten: flattenLayer,
  dropout: dropoutLayer,
  residual: residualLayer,
};

/** The layers one after the other, each fitted to the one before. @throws Error naming the layer that does not fit */
export function createLayers(specs: readonly LayerSpec[], site: LayerSite): Layer[] {
  const layers: Layer[] = [];
  let { inShape } = site;
  specs.forEach((spec, i) => {
    try {
      checkOneOf('createLayer', 'type', spec.type, Object.keys(MAKERS));
      const make = MAKERS[spec.type] as Maker<LayerSpec['type']>;
      layers.push(make(spec as never, { ...site, inShape }));
    } catch (error) {
      throw new Error(`layer ${i}, ${(error as Error).message}`, { cause: error });
    }
    inShape = (layers[i] as Layer).outShape;
  });
  return layers;
}
