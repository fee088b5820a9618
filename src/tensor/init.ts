import { reject } from './errors.ts';
import { type Random, randomNormal, randomUniform } from './random.ts';
import { type DType, type Shape, sizeOf, type Tensor } from './tensor.ts';

/** Numbers that go into and out of one unit: [out, in] or [cout, cin/groups, kh, kw]. */
function fansOf(shape: Shape): { fanIn: number; fanOut: number } {
  if (shape.length < 2) reject('init', 'the shape of w', shape, '[out, in, …]');
  const area = sizeOf(shape.slice(2));
  return { fanIn: (shape[1] as number) * area, fanOut: (shape[0] as number) * area };
}

/** Normal with variance 2 / fanIn, for layers before a ReLU (He et al., arXiv:1502.01852). */
export function heNormal(shape: Shape, random: Random, dtype: DType = 'float32'): Tensor {
  return randomNormal(shape, random, Math.sqrt(2 / fansOf(shape).fanIn), dtype);
}

/** Uniform in ±√(6 / (fanIn + fanOut)), variance 2 / (fanIn + fanOut) (Glorot & Bengio 2010). */
export function glorotUniform(shape: Shape, random: Random, dtype: DType = 'float32'): Tensor {
  const { fanIn, fanOut } = fansOf(shape);
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return randomUniform(shape, random, -limit, limit, dtype);
}
