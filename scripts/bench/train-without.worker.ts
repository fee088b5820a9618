/* The training worker where WebAssembly is not to be had. The order of the imports matters. */
import './train-without.ts';
import '../../src/worker/training.worker.ts';
