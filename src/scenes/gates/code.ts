import { NUMPY, TORCH } from '../../kit/activation/python.ts';
import { NUMPY_HEAD, pythonRows, TORCH_HEAD } from '../../kit/copy/python.ts';
import { CHAINS } from './chains.ts';
import type { GatesModel } from './model.ts';

/** Inputs and biases of the chains: a row a chain. */
function chainNumbers({ chains }: GatesModel) {
  const { a, b, depth } = chains;
  const biases = Array.from(
    { length: CHAINS * depth },
    (_, i) => b[i % depth]?.data[Math.floor(i / depth)] as number,
  );
  return { inputs: pythonRows(a[0]?.data ?? [], CHAINS), biases: pythonRows(biases, depth) };
}

/** PyTorch code that prints the gradients of the figure: autograd finds them, none of our formulas is in it. */
export function pytorchCode(model: GatesModel): string {
  const { params, layer } = model;
  const { name, alpha, size, show, depth, weight } = params;
  const head = `${TORCH_HEAD}
${name === 'leakyRelu' ? `alpha = ${alpha}\n\n` : ''}
def activation(z):
    return ${TORCH[name]}


`;
  if (show === 'one')
    return `${head}z = torch.tensor(${pythonRows(layer.z.data, size)}, dtype=torch.float64).requires_grad_()
da = torch.tensor(${pythonRows(layer.da.data, size)}, dtype=torch.float64)

a = activation(z)
(gate,) = torch.autograd.grad(a.sum(), z, retain_graph=True)
a.backward(da)

print(a)
print(gate)
print(z.grad)
`;
  const { inputs, biases } = chainNumbers(model);
  return `${head}a = [torch.tensor(${inputs}, dtype=torch.float64)[0].requires_grad_()]
b = torch.tensor(${biases}, dtype=torch.float64)

gates = []
for layer in range(${depth}):
    z = ${weight} * a[-1] + b[:, layer]
    a.append(activation(z))
    gates.append(torch.autograd.grad(a[-1].sum(), z, retain_graph=True)[0])

left = torch.autograd.grad(a[-1].sum(), a[:-1])
print(torch.stack(gates, dim=1))
print(torch.stack(left, dim=1))
`;
}

/** The same in NumPy, with the slopes written out. */
export function numpyCode(model: GatesModel): string {
  const { params, layer } = model;
  const { name, alpha, size, show, depth, weight } = params;
  const { g, slope } = NUMPY[name];
  const head = `${NUMPY_HEAD}
${name === 'leakyRelu' ? `alpha = ${alpha}\n\n` : ''}
def activation(z):
    return ${g}


def slope(z):
    return ${slope}


`;
  if (show === 'one')
    return `${head}z = np.array(${pythonRows(layer.z.data, size)}, dtype=float)
da = np.array(${pythonRows(layer.da.data, size)}, dtype=float)

gate = slope(z)
print(activation(z), gate, da * gate, sep="\\n")
`;
  const { inputs, biases } = chainNumbers(model);
  return `${head}a = np.array(${inputs}, dtype=float)[0]
b = np.array(${biases}, dtype=float)

gates = []
for layer in range(${depth}):
    z = ${weight} * a + b[:, layer]
    a = activation(z)
    gates.append(slope(z))

left, da = [], np.ones(${CHAINS})
for gate in reversed(gates):
    da = da * gate * ${weight}
    left.insert(0, da)
print(np.stack(gates, axis=1), np.stack(left, axis=1), sep="\\n")
`;
}
