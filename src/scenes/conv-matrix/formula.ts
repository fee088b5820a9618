import { tex } from '../../formula/symbols.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';

const OUTPUT = 'i,j';
const PIXEL = "i',j'";
const CELL = `(${OUTPUT}),(${PIXEL})`;

/**
 * The rule of the line, with symbols: an output is at (i, j), a pixel at (i′, j′), a weight at (u, v)
 * (Goodfellow, Bengio & Courville 2016, §9.5; Dumoulin & Visin 2016, ch. 4).
 */
export function ruleOf(_: MatrixModel, { explanation }: MatrixView): string {
  switch (explanation.tensor) {
    case 'y':
      return `${tex('y', OUTPUT)}=\\sum_{${PIXEL}}${tex('C', CELL)}\\,${tex('x', PIXEL)}`;
    case 'dx':
      return `${tex('dx', PIXEL)}=\\sum_{${OUTPUT}}${tex('C', CELL)}\\,${tex('dy', OUTPUT)}`;
    default:
      return `${tex('dw', 'u,v')}=\\sum_{${tex('C', CELL)}=${tex('w', 'u,v')}}${tex('dy', OUTPUT)}\\,${tex('x', PIXEL)}`;
  }
}
