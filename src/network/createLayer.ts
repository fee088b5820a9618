import { add } from '../tensor/add.ts';
import { reject } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import {
  activationLayer,
  avgPool2dLayer,
  dropoutLayer,
  flattenLayer,
  globalAvgPool2dLayer,
  maxPool2dLayer,
} from './fixedLayers.ts';
import type { Layer, LayerSite, Mode } from './layer.ts';
import type { LayerSpec, ResidualSpec } from './spec.ts';
import { batchNorm2dLayer, conv2dLayer, linearLayer } from './weightLayers.ts';

/** The layer of a description. @throws Error when the description is not one, or does not fit its input */
export function createLayer(spec: LayerSpec, site: LayerSite): Layer {
  switch (spec.type) {
    case 'conv2d':
      return conv2dLayer(spec, site);
    case 'linear':
      return linearLayer(spec, site);
    case 'batchNorm2d':
      return batchNorm2dLayer(spec, site);
    case 'activation':
      return activationLayer(spec, site.inShape);
    case 'maxPool2d':
      return maxPool2dLayer(spec, site.inShape);
    case 'avgPool2d':
      return avgPool2dLayer(spec, site.inShape);
    case 'globalAvgPool2d':
      return globalAvgPool2dLayer(spec, site.inShape);
    case 'flatten':
      return flattenLayer(spec, site.inShape);
    case 'dropout':
      return dropoutLayer(spec, site.inShape);
    case 'residual':
      return residualLayer(spec, site);
    default:
      return reject('createLayer', 'type', (spec as { type: unknown }).type, 'a type of LayerSpec');
  }
}

/** The layers one after the other, each fitted to the one before. */
export function createLayers(specs: readonly LayerSpec[], site: LayerSite): Layer[] {
  const layers: Layer[] = [];
  let { inShape } = site;
  specs.forEach((spec, i) => {
    try {
      layers.push(createLayer(spec, { ...site, inShape }));
    } catch (error) {
      throw new Error(`layer ${i}, ${(error as Error).message}`, { cause: error });
    }
    inShape = (layers[i] as Layer).outShape;
  });
  return layers;
}

/** A seed of its own for each layer, so that two dropouts do not drop the same cells. */
export function modeAt(mode: Mode, layer: number): Mode {
  return {
    ...mode,
    seed: (Math.imul(mode.seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(layer, 0xc2b2ae35)) | 0,
  };
}

function residualLayer(spec: ResidualSpec, site: LayerSite): Layer {
  const layers = createLayers(spec.layers, site);
  const outShape = layers.at(-1)?.outShape ?? site.inShape;
  if (String(outShape) !== String(site.inShape))
    reject(
      'residual',
      'the shape that its layers make',
      [...outShape],
      `[${site.inShape}], that of its input`,
    );
  return {
    spec,
    inShape: site.inShape,
    outShape,
    params: layers.flatMap((layer) => layer.params),
    grads: layers.flatMap((layer) => layer.grads),
    buffers: layers.flatMap((layer) => layer.buffers),
    forward(x, mode) {
      let y: Tensor = x;
      layers.forEach((layer, i) => {
        y = layer.forward(y, modeAt(mode, i));
      });
      return add(x, y);
    },
    backward(dy) {
      const dx = layers.reduceRight((gradient, layer) => layer.backward(gradient), dy);
      return add(dy, dx);
    },
  };
}
