import { NUMPY_HEAD, numpyArray, pythonNumber, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import { need } from '../../kit/operations/operation.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { BenchModel } from './model.ts';
import { settingsOf } from './shapes.ts';

const scalar = (tensor: Tensor, make: (text: string) => string, many: (of: Tensor) => string): string =>
  tensor.shape.length === 0 ? make(pythonNumber(tensor.data[0] as number)) : many(tensor);

const GIVEN = ['x', 'w', 'b', 't'] as const;
const TARGETS = { dx: 'x', dw: 'w', db: 'b', dt: 't' } as const;

/** PyTorch code that prints what is on the bench, forwards and, by autograd, backwards: none of our formulas is in it. */
export function pytorchCode({ params, spec, operation }: BenchModel): string {
  const { tensors, passes } = operation;
  const gradients = passes.flatMap(({ id }) => (id === 'y' ? [] : [TARGETS[id]]));
  const torch = (of: Tensor): string =>
    scalar(of, (text) => `torch.tensor(${text}, dtype=torch.float64)`, torchTensor);
  const given = GIVEN.flatMap((id) => {
    const tensor = tensors[id];
    if (!tensor) return [];
    return `${id} = ${torch(tensor)}${gradients.includes(id) ? '.requires_grad_()' : ''}`;
  });
  const mask = tensors.mask ? [`mask = ${torch(tensors.mask)}`] : [];
  const settings = settingsOf(params);
  return `${TORCH_HEAD}
${[...given, ...mask].join('\n')}
dy = ${torch(need(tensors, 'dy'))}

y = ${spec.torch(settings, tensors)}
y.backward(dy)

print(y.detach())
${gradients.map((id) => `print(${id}.grad)`).join('\n')}
`;
}

/** NumPy code that prints the same, the way back written out. */
export function numpyCode({ params, spec, operation }: BenchModel): string {
  const { tensors, passes } = operation;
  const numpy = (of: Tensor): string => scalar(of, (text) => `np.float64(${text})`, numpyArray);
  const given = [...GIVEN, 'mask' as const, 'dy' as const].flatMap((id) => {
    const tensor = tensors[id];
    return tensor ? `${id} = ${numpy(tensor)}` : [];
  });
  return `${NUMPY_HEAD}
${given.join('\n')}

${spec.numpy(settingsOf(params), tensors)}

${passes.map(({ id }) => `print(${id})`).join('\n')}
`;
}
