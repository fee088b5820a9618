import { NUMPY_HEAD, pythonList, TORCH_HEAD } from '../../kit/copy/python.ts';
import type { SoftmaxModel } from './model.ts';

/** PyTorch code that prints the numbers of the figure; the gradient is autograd's. */
export function pytorchCode({ params, z }: SoftmaxModel): string {
  const { temperature, truth, subtract } = params;
  const loss = subtract
    ? `e = torch.exp(s - s.max())
q = torch.softmax(s, dim=0)
loss = F.cross_entropy(s.unsqueeze(0), torch.tensor([true]))`
    : `e = torch.exp(s)  # the maximum is not subtracted
q = e / e.sum()
loss = -torch.log(q[true])`;
  return `${TORCH_HEAD}
z = torch.tensor(${pythonList(z.data)}, dtype=torch.float64, requires_grad=True)
T, true = ${temperature}, ${truth}

s = z / T
${loss}
loss.backward()

print(e.detach(), e.sum().item())
print(q.detach())
print(loss.item())
print(z.grad)
`;
}

/** NumPy code that prints the same, with the gradient written out. */
export function numpyCode({ params, z }: SoftmaxModel): string {
  const { temperature, truth, subtract } = params;
  return `${NUMPY_HEAD}
z = np.array(${pythonList(z.data)}, dtype=float)
T, true = ${temperature}, ${truth}

s = z / T
m = ${subtract ? 's.max()' : '0'}
e = np.exp(s - m)
q = e / e.sum()
loss = ${subtract ? 'np.log(e.sum()) + m - s[true]' : '-np.log(q[true])'}
t = np.eye(len(z))[true]
dz = (q - t) / T

print(e, e.sum(), q, loss, dz, sep="\\n")
`;
}
