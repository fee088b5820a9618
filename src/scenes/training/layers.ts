import type { Text } from '../../language/language.ts';
import { networkOf, type TrainingSettings } from '../../worker/settings.ts';

/** What a layer is called, by its place in the network: `convolution 2`. */
export function layerName({ architecture }: Pick<TrainingSettings, 'architecture'>, place: number): Text {
  const { layers } = networkOf(architecture);
  const count = (type: string): number =>
    layers.slice(0, place + 1).filter((layer) => layer.type === type).length;
  const type = layers[place]?.type;
  const convolution = count('conv2d');
  switch (type) {
    case 'conv2d':
      return { en: `convolution ${convolution}`, zh: `第 ${convolution} 个卷积层` };
    case 'linear':
      return place === layers.length - 1
        ? { en: 'the last dense layer', zh: '最后的全连接层' }
        : { en: 'the hidden dense layer', zh: '隐藏的全连接层' };
    case 'batchNorm2d':
      return { en: `batch norm ${convolution}`, zh: `第 ${convolution} 个批归一化` };
    case 'activation':
      return convolution > 0
        ? { en: `the activation after convolution ${convolution}`, zh: `第 ${convolution} 个卷积层后的激活` }
        : { en: 'the activation of the hidden layer', zh: '隐藏层的激活' };
    case 'maxPool2d':
    case 'avgPool2d':
      return { en: `pooling ${convolution}`, zh: `第 ${convolution} 个池化` };
    default:
      return { en: `layer ${place + 1}`, zh: `第 ${place + 1} 层` };
  }
}
