import { halfFloats } from '../../kit/copy/python.ts';
import { NUMPY_LAYERS } from '../../kit/digitPass/python.ts';
import { digit } from '../../kit/samples/samples.ts';
import { STEPS, type StepModel } from './model.ts';
import type { StepParams } from './parameters.ts';
import type { StepView } from './view.ts';

const CLASSES = 10;
const SCALE: Readonly<Record<StepParams['start'], number>> = {
  he: 1,
  small: 0.01,
  large: 10,
  zeros: 0,
  trained: 1,
};

/** The ten sample digits, each a class. */
function digitsText(): string {
  const bytes = Array.from({ length: CLASSES }, (_, label) => [...digit(label).pixels]).flat();
  const text = btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
  return `digits = np.frombuffer(base64.b64decode("${text}"), np.uint8).reshape(10, 1, 28, 28) / 255`;
}

/** The weights: drawn from the seed by the page's own generator, or the trained ones. */
function weightsText({ params, first }: StepModel): string {
  const { start, seed } = params;
  if (start === 'trained') {
    const all = first.weights.flatMap(({ data }) => [...data]);
    return `stored = np.array(${halfFloats(all)})
w1, b1, w2, b2, w3, b3 = np.split(stored, np.cumsum([200, 8, 3200, 16, 7840]))`;
  }
  return `def mulberry32(state):
    m = 2**32 - 1
    while True:
        state = (state + 0x6D2B79F5) & m
        t = ((state ^ state >> 15) * (state | 1)) & m
        t ^= (t + (((t ^ t >> 7) * (t | 61)) & m)) & m
        yield (t ^ t >> 14) / 2**32

def normal(uniform):
    while True:  # Box and Muller
        radius, angle = math.sqrt(-2 * math.log(1 - next(uniform))), 2 * math.pi * next(uniform)
        yield radius * math.cos(angle)
        yield radius * math.sin(angle)

uniform = mulberry32(${seed})
gauss = normal(uniform)
limit = math.sqrt(6 / (784 + 10))
w1 = np.array([math.sqrt(2 / 25) * next(gauss) for _ in range(200)]) * ${SCALE[start]}
w2 = np.array([math.sqrt(2 / 200) * next(gauss) for _ in range(3200)]) * ${SCALE[start]}
w3 = np.array([2 * limit * next(uniform) - limit for _ in range(7840)]) * ${SCALE[start]}
b1, b2, b3 = np.zeros(8), np.zeros(16), np.zeros(10)`;
}

const headOf = (model: StepModel): string => `${digitsText()}
label, rate = ${model.label}, ${model.params.rate}
others = [k for k in range(10) if k != label]

${weightsText(model)}
`;

/** Where the chosen weight stands in w1. */
const indexOf = ({ weight: { at } }: StepView): string => `${at.plane}, 0, ${at.row}, ${at.col}`;

/** PyTorch code that takes the steps of the figure: autograd finds the slopes, torch.optim moves the weights. */
export function pytorchCode(model: StepModel, view: StepView): string {
  return `import base64, math, struct
import numpy as np
import torch
import torch.nn.functional as F

torch.set_printoptions(precision=16, sci_mode=False)

${headOf(model)}
shapes = [(8, 1, 5, 5), (8,), (16, 8, 5, 5), (16,), (10, 784), (10,)]
params = [
    torch.tensor(p).reshape(shape).requires_grad_()
    for p, shape in zip((w1, b1, w2, b2, w3, b3), shapes)
]
images = torch.tensor(digits)
optimizer = torch.optim.SGD(params, lr=rate)
weight = (${indexOf(view)})


def scores(x):
    w1, b1, w2, b2, w3, b3 = params
    x = F.max_pool2d(F.relu(F.conv2d(x, w1, b1, padding=2)), 2)
    x = F.max_pool2d(F.relu(F.conv2d(x, w2, b2, padding=2)), 2)
    return F.linear(x.flatten(1), w3, b3)


def loss_of(labels):
    return F.cross_entropy(scores(images[labels]), torch.tensor(labels))


for k in range(${STEPS}):
    optimizer.zero_grad()
    logits = scores(images[[label]])  # forward
    logits.retain_grad()
    loss = F.cross_entropy(logits, torch.tensor([label]))  # loss
    loss.backward()  # backward
    square = sum((p.grad**2).sum().item() for p in params)
    before, slope = params[0][weight].item(), params[0].grad[weight].item()
    optimizer.step()  # update
    with torch.no_grad():
        after, rest = loss_of([label]).item(), loss_of(others).item()
    print("step", k + 1)
    print(F.softmax(logits, 1).detach())
    print(logits.grad)
    print("weight", before, slope, params[0][weight].item())
    print("loss", loss.item(), "promised", loss.item() - rate * square, "happened", after, "others", rest)
`;
}

/** The same in NumPy, the way back written out. */
export function numpyCode(model: StepModel, view: StepView): string {
  return `import base64, math, struct
import numpy as np

${headOf(model)}
w1, w2, w3 = w1.reshape(8, 1, 5, 5), w2.reshape(16, 8, 5, 5), w3.reshape(10, 784)

${NUMPY_LAYERS}
def forward(image):
    z1 = conv(image, w1, b1)
    a1 = np.maximum(0, z1)
    y1 = blocks(a1).max(3)
    z2 = conv(y1, w2, b2)
    a2 = np.maximum(0, z2)
    y2 = blocks(a2).max(3).reshape(784)
    z3 = w3 @ y2 + b3
    return z1, a1, y1, z2, a2, y2, z3

def loss_of(k):
    z = forward(digits[k])[-1]
    return np.log(np.exp(z - z.max()).sum()) + z.max() - z[k]

for k in range(${STEPS}):
    image = digits[label]
    z1, a1, y1, z2, a2, y2, z3 = forward(image)  # forward
    q = np.exp(z3 - z3.max())
    q /= q.sum()
    loss = loss_of(label)  # loss
    dz3 = q - np.eye(10)[label]  # backward
    da2 = pool_back((dz3 @ w3).reshape(16, 7, 7), a2)
    dz2 = da2 * (z2 > 0)
    dz1 = pool_back(conv_back(dz2, w2), a1) * (z1 > 0)
    slopes = [
        np.einsum("fij,cijuv->fcuv", dz1, windows(image)), dz1.sum((1, 2)),
        np.einsum("fij,cijuv->fcuv", dz2, windows(y1)), dz2.sum((1, 2)),
        np.outer(dz3, y2), dz3,
    ]
    square = sum((g**2).sum() for g in slopes)
    before, slope = w1[${indexOf(view)}], slopes[0][${indexOf(view)}]
    w1, b1, w2, b2, w3, b3 = [  # update
        p - rate * g for p, g in zip((w1, b1, w2, b2, w3, b3), slopes)
    ]
    print("step", k + 1, q, dz3)
    print("weight", before, slope, w1[${indexOf(view)}])
    rest = np.mean([loss_of(k) for k in others])
    print("loss", loss, "promised", loss - rate * square, "happened", loss_of(label), "others", rest)
`;
}
