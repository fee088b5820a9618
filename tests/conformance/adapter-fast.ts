import { fastEngine } from '../../src/tensor/kernels/engine.ts';
import { planned } from './planned.ts';

export default planned('TypeScript kernels', fastEngine);
