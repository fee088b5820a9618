/** What a conformance adapter exports: plain NCHW float32 tensors in and out. */
export interface PlainTensor {
  shape: number[];
  data: Float32Array;
}
export type Maybe<T> = T | Promise<T>;
export type Pair = [number, number];
/** [top, left, bottom, right] */
export type Pads = [number, number, number, number];
export interface ConvOpts {
  stride: Pair;
  pads: Pads;
  dilation: Pair;
  groups: number;
  /** Only for information: `pads` is always explicit. */
  autoPad?: string;
}
export interface ConvTransposeOpts extends ConvOpts {
  outputPadding: Pair;
}
export interface MaxPoolOpts {
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  dilation: Pair;
  ceilMode: boolean;
}
export interface AvgPoolOpts {
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  dilation?: Pair;
  ceilMode: boolean;
  countIncludePad: boolean;
}
export type Act = 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'gelu';
export interface ActOpts {
  alpha?: number;
  approximate?: 'none' | 'tanh';
}
export type Target = { index: number[] } | { prob: PlainTensor };
export type Reduction = 'mean' | 'sum' | 'none';
export interface OptimSpec {
  type: 'sgd' | 'momentum' | 'nesterov' | 'adam' | 'adamw';
  lr: number;
  momentum?: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  weightDecay?: number;
}
export interface Optim {
  step(params: PlainTensor[], grads: PlainTensor[]): Maybe<PlainTensor[]>;
}
type T = PlainTensor;
export interface ParameterGradients {
  dx: T;
  dw: T;
  db?: T | null;
}
export interface Adapter {
  name: string;
  init?(): Promise<void>;
  /** w: [O, I/groups, kh, kw] */
  conv2dForward(x: T, w: T, b: T | null, o: ConvOpts): Maybe<T>;
  conv2dBackward(x: T, w: T, b: T | null, dy: T, o: ConvOpts): Maybe<ParameterGradients>;
  /** w: [I, O/groups, kh, kw] */
  convTranspose2dForward(x: T, w: T, b: T | null, o: ConvTransposeOpts): Maybe<T>;
  convTranspose2dBackward(x: T, w: T, b: T | null, dy: T, o: ConvTransposeOpts): Maybe<ParameterGradients>;
  maxPool2dForward(x: T, o: MaxPoolOpts): Maybe<T>;
  maxPool2dBackward(x: T, dy: T, o: MaxPoolOpts): Maybe<{ dx: T }>;
  avgPool2dForward(x: T, o: AvgPoolOpts): Maybe<T>;
  avgPool2dBackward(x: T, dy: T, o: AvgPoolOpts): Maybe<{ dx: T }>;
  activationForward(kind: Act, x: T, o: ActOpts): Maybe<T>;
  activationBackward(kind: Act, x: T, dy: T, o: ActOpts): Maybe<{ dx: T }>;
  softmaxForward(x: T, axis: number, log: boolean): Maybe<T>;
  softmaxBackward(x: T, dy: T, axis: number, log: boolean): Maybe<{ dx: T }>;
  /** y = x wᵀ + b, w: [out, in] */
  denseForward(x: T, w: T, b: T | null): Maybe<T>;
  denseBackward(x: T, w: T, b: T | null, dy: T): Maybe<ParameterGradients>;
  /** Shape [] for mean and sum, [N] for none. */
  softmaxCrossEntropyForward(logits: T, t: Target, r: Reduction): Maybe<T>;
  softmaxCrossEntropyBackward(logits: T, t: Target, dy: T, r: Reduction): Maybe<{ dx: T }>;
  createOptimizer(spec: OptimSpec): Maybe<Optim>;
}
