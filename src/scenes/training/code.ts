import { pythonList, pythonNumber } from '../../kit/copy/python.ts';
import type { LayerSpec } from '../../network/spec.ts';
import { networkOf, type TrainingSettings } from '../../worker/settings.ts';
import { SPAN } from './charts/mean.ts';
import { firstModel } from './initial.ts';
import type { TrainingModel } from './model.ts';
import type { TrainingView } from './view.ts';

const ACTIVATIONS: Readonly<Record<string, string>> = {
  ...{ relu: 'nn.ReLU()', leakyRelu: 'nn.LeakyReLU(0.01)', elu: 'nn.ELU()', sigmoid: 'nn.Sigmoid()' },
  ...{ tanh: 'nn.Tanh()', gelu: 'nn.GELU()', geluTanh: 'nn.GELU("tanh")', silu: 'nn.SiLU()' },
};

/** The layers as PyTorch names them; how many channels go into each is read off the weights. */
function layersText(settings: TrainingSettings): string {
  const { layers } = firstModel(settings);
  const lines = networkOf(settings.architecture).layers.map((spec: LayerSpec, i) => {
    const [, inside = 0] = layers[i]?.params[0]?.shape ?? [];
    switch (spec.type) {
      case 'conv2d':
        return `nn.Conv2d(${inside}, ${spec.out}, ${spec.kernel}, stride=${spec.stride ?? 1}, padding=${spec.padding ?? 0}, bias=${spec.bias === false ? 'False' : 'True'})`;
      case 'linear':
        return `nn.Linear(${inside}, ${spec.out})`;
      case 'batchNorm2d':
        return `nn.BatchNorm2d(${layers[i]?.params[0]?.size ?? 0})`;
      case 'activation':
        return ACTIVATIONS[spec.name] ?? 'nn.ReLU()';
      case 'maxPool2d':
        return 'nn.MaxPool2d(2)';
      case 'avgPool2d':
        return 'nn.AvgPool2d(2)';
      case 'dropout':
        return `nn.Dropout(${spec.p})`;
      default:
        return 'nn.Flatten()';
    }
  });
  return lines.map((line) => `    ${line},`).join('\n');
}

/** What torchvision calls the data. */
const DATA_CLASSES: Readonly<Record<TrainingSettings['data'], string>> = {
  digits: 'MNIST',
  fashion: 'FashionMNIST',
};

const STARTS: Readonly<Record<TrainingSettings['start'], string>> = {
  ...{ he: '1', zeros: '0', small: '0.01', large: '10' },
};

function optimizerText({ optimizer }: TrainingSettings): string {
  const { type, lr, momentum = 0.9, weightDecay = 0 } = optimizer;
  const shared = `net.parameters(), lr=${pythonNumber(lr)}, weight_decay=${pythonNumber(weightDecay)}`;
  if (type === 'adam') return `torch.optim.Adam(${shared})`;
  if (type === 'adamw') return `torch.optim.AdamW(${shared})`;
  const with_ = type === 'sgd' ? '' : `, momentum=${momentum}${type === 'nesterov' ? ', nesterov=True' : ''}`;
  return `torch.optim.SGD(${shared}${with_})`;
}

const rateText = ({ schedule, steps }: TrainingSettings): string =>
  schedule.type === 'constant'
    ? 'lambda step: 1.0'
    : `lambda step: (step + 1) / 101 if step < 100 else (1 + math.cos(math.pi * (step - 100) / ${steps - 100})) / 2`;

/**
 * The same training in PyTorch. Its random numbers are others: the first weights, the order of the digits and their shifts
 * are drawn anew, so losses agree in size, not digit for digit.
 */
export function pytorchCode({ a: { settings } }: TrainingModel, { a }: TrainingView): string {
  const { shift, scrambled, batchSize, digits, start, seed } = settings;
  const steps = Math.max(1, a.step);
  return `import math
import torch
from torch import nn
from torchvision import datasets

# The same network, settings and number of steps as in the figure. Other random numbers: the first weights, the order
# of the digits${shift > 0 ? ' and their shifts' : ''} are drawn anew here, so the losses agree in size, not digit for digit.
torch.manual_seed(${seed})
net = nn.Sequential(
${layersText(settings)}
)
for layer in net:
    if isinstance(layer, (nn.Conv2d, nn.Linear)):
        he = isinstance(layer, nn.Conv2d)
        nn.init.kaiming_normal_(layer.weight) if he else nn.init.xavier_uniform_(layer.weight)
        layer.weight.data *= ${STARTS[start]}
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

def load(train, count):
    data = datasets.${DATA_CLASSES[settings.data]}("${settings.data}", train=train, download=True)
    x = data.data[:count].float().reshape(-1, 1, 28, 28) / 255
    return x, data.targets[:count]

${scrambled ? 'order = torch.randperm(784)\n' : ''}def shown(x):
    return ${scrambled ? 'x.reshape(-1, 784)[:, order].reshape(-1, 1, 28, 28)' : 'x'}

images, labels = load(True, ${digits})
optimizer = ${optimizerText(settings)}
schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, ${rateText(settings)})
drawn = []
losses = []
net.train()
for step in range(${steps}):
    while len(drawn) < ${batchSize}:
        drawn += torch.randperm(${digits}).tolist()
    batch, drawn = drawn[:${batchSize}], drawn[${batchSize}:]
    x = images[batch]
${
  shift > 0
    ? `    padded = nn.functional.pad(x, (${shift}, ${shift}, ${shift}, ${shift}))
    moves = torch.randint(0, ${2 * shift + 1}, (len(batch), 2)).tolist()
    x = torch.stack([p[:, r:r + 28, c:c + 28] for p, (r, c) in zip(padded, moves)])
`
    : ''
}    loss = nn.functional.cross_entropy(net(shown(x)), labels[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    schedule.step()
    losses.append(loss.item())

net.eval()
x, y = load(False, 1000)
with torch.no_grad():
    right = (net(shown(x)).argmax(1) == y).float().mean()
print("loss of the last ${Math.min(steps, SPAN)} batches:", sum(losses[-${SPAN}:]) / len(losses[-${SPAN}:]))
print("right of 1000 test digits:", right.item())
`;
}

/** The running mean of the losses and the learning rates of the last steps on the screen. */
export function numpyCode({ a: { settings } }: TrainingModel, { a }: TrainingView): string {
  const reports = a.run.reports.slice(Math.max(0, a.step - SPAN), a.step);
  const { optimizer, schedule, steps } = settings;
  const rates =
    schedule.type === 'constant'
      ? `np.full(len(steps), ${pythonNumber(optimizer.lr)})`
      : `${pythonNumber(optimizer.lr)} * np.where(steps < 100, (steps + 1) / 101, (1 + np.cos(np.pi * (steps - 100) / ${steps - 100})) / 2)`;
  return `import numpy as np

# The losses of the last batches as the figure has them: their mean is the thick curve.
losses = np.array(${pythonList(reports.map(({ loss }) => loss))})
if len(losses) > 0:
    print("running mean:", losses.mean())

# The learning rates of these steps, by the schedule.
steps = np.arange(${a.step - reports.length}, ${Math.max(a.step, 1)})
rates = ${rates}
print("learning rates:", rates)

# One update of ${optimizer.type === 'sgd' ? 'SGD' : 'the optimiser'}, for a weight w with gradient g in step t, counted from 1.
def update(w, g, state, rate, t):
${updateText(settings)}

w, state = 0.1, (0.0, 0.0)
for t, rate in enumerate(rates, 1):
    w, state = update(w, 0.5, state, rate, t)
print("a weight 0.1 whose gradient is 0.5 in each of these steps:", w)
`;
}

function updateText({ optimizer }: TrainingSettings): string {
  const { type, momentum = 0.9, weightDecay = 0 } = optimizer;
  const decay = pythonNumber(weightDecay);
  const l2 = weightDecay > 0 && type !== 'adamw' ? `    g = g + ${decay} * w\n` : '';
  if (type === 'sgd') return `${l2}    return w - rate * g, state`;
  if (type === 'momentum' || type === 'nesterov') {
    const step = type === 'nesterov' ? `g + ${momentum} * v` : 'v';
    return `${l2}    v = ${momentum} * state[0] + g\n    return w - rate * (${step}), (v, 0.0)`;
  }
  const shrink = type === 'adamw' ? `    w = (1 - rate * ${decay}) * w\n` : '';
  return `${l2}${shrink}    m = 0.9 * state[0] + 0.1 * g
    v = 0.999 * state[1] + 0.001 * g * g
    return w - rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), (m, v)`;
}
