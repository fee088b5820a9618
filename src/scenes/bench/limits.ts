import type { Text } from '../../language/language.ts';
import { type NameOf, rangeOf } from '../../playback/parameters/table.ts';
import { type BenchParams, ranges, params as table, values } from './parameters.ts';

type Name = NameOf<BenchParams>;

const isOp = (of: BenchParams, ...names: BenchParams['op'][]): boolean => names.includes(of.op);
const atMost = (of: BenchParams, ...names: Name[]): boolean =>
  names.some((name) => {
    const [, most] = rangeOf({ params: table, ranges, values }, of, name);
    const [first, last] = table[name].range ?? [most, most];
    // What stands at its smallest has not been raised against anything.
    return most < last && of[name] === most && most > first;
  });
const atLeast = (of: BenchParams, ...names: Name[]): boolean =>
  names.some((name) => {
    const [least] = rangeOf({ params: table, ranges, values }, of, name);
    return least > (table[name].range?.[0] ?? least) && of[name] === least;
  });

/** Why a number of the bench stops before the end of its scale: what the operation cannot do. */
export function limitsOf(of: BenchParams): Text[] {
  const found: Text[] = [];
  const say = (holds: boolean, en: string, zh: string): void => {
    if (holds) found.push({ en, zh });
  };
  const kernels: Name[] = ['kernelRows', 'kernelCols', 'dilationRows', 'dilationCols'];
  say(
    isOp(of, 'conv') &&
      (of.fit === 'own' || of.padMode === 'zeros' || of.padMode === 'replicate') &&
      atMost(of, ...kernels),
    'No larger: the kernel, its holes included, has to fit into the padded input.',
    '不能再大：卷积核连同空隙要放得进填充后的输入。',
  );
  say(
    isOp(of, 'conv') &&
      (of.padMode === 'reflect' || of.padMode === 'circular') &&
      atMost(of, ...kernels, 'top', 'left', 'bottom', 'right'),
    'No larger: this border is a copy of the input, and there is no more to copy.',
    '不能再大：这种边界是输入的副本，已经没有更多可复制的了。',
  );
  say(
    isOp(of, 'maxPool', 'avgPool') && atMost(of, ...kernels),
    'No larger: the window has to fit into the padded input.',
    '不能再大：窗口要放得进填充后的输入。',
  );
  say(
    isOp(of, 'maxPool', 'avgPool') && atLeast(of, 'kernelRows', 'kernelCols'),
    'No smaller: a window that lies wholly on padding would have nothing to pool, so padding is at most half of it.',
    '不能再小：全落在填充上的窗口无数可池化，所以填充至多是窗口的一半。',
  );
  say(
    isOp(of, 'transposed') && atLeast(of, 'kernelRows', 'kernelCols'),
    'No smaller: padding is cut from the output here, and nothing would be left of it.',
    '不能再小：这里的填充是从输出上裁掉的，再裁就什么也不剩了。',
  );
  say(
    isOp(of, 'transposed') && atMost(of, 'outputRows', 'outputCols'),
    'Extra rows are fewer than the stride or the dilation: more of them would be reached by no input.',
    '补足的行数小于步幅或膨胀率：再多，就没有输入够得着它们了。',
  );
  say(
    isOp(of, 'conv', 'transposed') &&
      Math.min(of.channels, of.filters) > 1 &&
      values.groups?.(of).length === 1,
    'One group only: groups divide both channels and filters.',
    '只能分一组：组数要同时整除通道数和滤波器数。',
  );
  say(
    isOp(of, 'batchNorm') && atLeast(of, 'samples'),
    'One number has no spread: there have to be two of a channel.',
    '一个数谈不上离散程度：每个通道至少要有两个数。',
  );
  return found;
}
