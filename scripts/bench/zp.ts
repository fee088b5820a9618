import { mnist } from '../mnist.ts';
import { own } from './core-own.ts';
import { batchesOf, imageOf } from './core-settings.ts';
const o = own(process.argv[2] as 'fast', { batches: batchesOf(mnist('train')), image: imageOf(mnist('t10k')) });
o.train!(Number(process.argv[4]), process.argv[3] as 'digit');
