import { add } from '../tensor/add.ts';
import { checkOneOf, reject } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { fixedLayers } from './fixedLayers.ts';
import { type Layer, type LayerSite, layerOf, type Makers, ownedBy, type Pass } from './layer.ts';
import { backThrough, backToInputs, forwardThrough } from './passes.ts';
import type { LayerSpec } from './spec.ts';
import { weightLayers } from './weightLayers.ts';

const makers: Makers<LayerSpec['type']> = {
  ...fixedLayers,
  ...weightLayers,

  residual(spec, site) {
    const { inShape } = site;
    const layers = createLayers(spec.layers, site);
    const outShape = layers.at(-1)?.outShape ?? inShape;
    if (String(outShape) !== String(inShape))
      reject(spec.type, 'the shape that its layers make', outShape, `[${inShape}], that of its input`);
    const pass: Pass = (x, mode) => [
      add(x, forwardThrough(layers, x, mode).at(-1) as Tensor),
      (dy) => [add(dy, backThrough(layers, dy)[0] as Tensor)],
      (dy) => add(dy, backToInputs(layers, dy)[0] as Tensor),
    ];
    return { ...layerOf(spec, inShape, outShape, pass, ownedBy(layers)), inner: layers };
  },
};

/** The layers one after the other, each fitted to the one before. @throws Error naming the layer that does not fit */
export function createLayers(specs: readonly LayerSpec[], site: LayerSite): Layer[] {
  const layers: Layer[] = [];
  let { inShape } = site;
  specs.forEach((spec, i) => {
    try {
      checkOneOf('createLayer', 'type', spec.type, Object.keys(makers));
      const make = makers[spec.type] as (spec: never, site: LayerSite) => Layer;
      layers.push(make(spec as never, { ...site, inShape }));
    } catch (error) {
      throw new Error(`layer ${i}, ${(error as Error).message}`, { cause: error });
    }
    inShape = (layers[i] as Layer).outShape;
  });
  return layers;
}
