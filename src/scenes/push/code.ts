import { pythonList } from '../../kit/copy/python.ts';
import { numpyNetwork, torchNetwork } from '../../kit/digitPass/python.ts';
import { quickWeights } from '../../kit/digitPass/quick.ts';
import { tensor } from '../../tensor/tensor.ts';
import { GREY, type PushModel } from './model.ts';
import type { PushView } from './view.ts';

const weights = () => quickWeights().map((data) => tensor([data.length], data, 'float64'));

function parts({ params, pixels, unit, walk: { push } }: PushModel) {
  const { goal, rule, keep, clip } = push;
  const isFool = params.mode === 'fool';
  return {
    start: isFool ? `${pythonList(pixels)}` : `${pythonList(push.start)}`,
    over: isFool ? ' / 255' : '',
    sign: goal.kind === 'loss' && goal.direction < 0 ? '-' : '+',
    rate: rule === 'sign' ? `${params.levels} / 255` : String(push.rate),
    isSign: rule === 'sign',
    kept: keep === 1 ? 'x' : `${GREY} + ${keep} * (x - ${GREY})`,
    clip,
    label: goal.kind === 'loss' ? goal.label : null,
    unit,
  };
}

/** PyTorch code that pushes the picture as many steps, each gradient by autograd. */
export function pytorchCode(model: PushModel, { step }: PushView): string {
  const { start, over, sign, rate, isSign, kept, clip, label, unit } = parts(model);
  const place =
    unit.layer === 'logits'
      ? `0, ${unit.k}`
      : unit.layer === 'conv1'
        ? `0, ${unit.k}, 14, 14`
        : `0, ${unit.k}, 7, 7`;
  const goal =
    label === null
      ? `network(x)["${unit.layer}"][${place}]`
      : `F.cross_entropy(network(x)["logits"], torch.tensor([${label}]))`;
  return `${torchNetwork(weights())}
def gradient(x):
    x = x.detach().requires_grad_()
    goal = ${goal}
    return torch.autograd.grad(goal, x)[0]

start = torch.tensor(${start}, dtype=torch.float64)${over}
print(gradient(start))
x = start
for _ in range(${step}):
    x = ${kept} ${sign} ${rate} * gradient(x)${isSign ? '.sign()' : ''}
${clip ? '    x = x.clamp(0, 1)\n' : ''}
change = x - start
print(x.reshape(28, 28))
print(255 * change.abs().max(), change.norm())
print(${label === null ? goal : 'F.softmax(network(x)["logits"], 1)'})
`;
}

/** The same in NumPy, the way back written out. */
export function numpyCode(model: PushModel, { step }: PushView): string {
  const { start, over, sign, rate, isSign, kept, clip, label, unit } = parts(model);
  const { layer, k } = unit;
  const shape = layer === 'conv1' ? '8, 28, 28' : '16, 14, 14';
  const place = layer === 'conv1' ? `${k}, 14, 14` : `${k}, 7, 7`;
  const back =
    label !== null
      ? `    return back(layers, dlogits=softmax(layers["logits"]) - np.eye(10)[${label}])["image"].reshape(784)`
      : layer === 'logits'
        ? `    return back(layers, dlogits=np.eye(10)[${k}])["image"].reshape(784)`
        : `    upstream = np.zeros((${shape}))
    upstream[${place}] = 1
    return back(layers, d${layer}=upstream)["image"].reshape(784)`;
  return `${numpyNetwork(weights())}
def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()

def gradient(x):
    layers = forward(x)
${back}

start = np.array(${start}, dtype=float)${over}
print(gradient(start))
x = start
for _ in range(${step}):
    step = ${isSign ? 'np.sign(gradient(x))' : 'gradient(x)'}
    x = ${kept} ${sign} ${rate} * step
${clip ? '    x = np.clip(x, 0, 1)\n' : ''}
change = x - start
print(x.reshape(28, 28))
print(255 * np.abs(change).max(), np.linalg.norm(change))
print(${label === null ? `forward(x)["${layer}"][${layer === 'logits' ? k : place}]` : 'softmax(forward(x)["logits"])'})
`;
}
