import { describeContract } from './describeContract.ts';
import { SCENES } from './registry.ts';

for (const scene of SCENES) describeContract(scene);
