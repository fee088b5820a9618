import type { ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { forked, messageOf, started } from './core-children.ts';
import { inChromium } from './core-chromium.ts';
import { type Ask, checkNumbers, compare, verdict } from './core-compare.ts';
import { COMPARISONS, CONTENDERS } from './core-comparisons.ts';
import type { Measured } from './core-cost.ts';
import { bundledSize } from './core-size.ts';

export async function run(): Promise<void> {
  console.log(`# The core beside others\n\n${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, `);
  console.log(`${cpus().length} cores, Node ${process.version}; each in a process of its own, in turn,`);
  console.log('medians of the ratios within a round.\n');
  const processes = new Map<string, ChildProcess>();
  for (const name of Object.keys(CONTENDERS)) processes.set(name, await started('core-process.ts', [name]));
  const ask: Ask = async (name, request) => {
    const child = processes.get(name) as ChildProcess;
    child.send(request);
    return messageOf(child);
  };
  try {
    await checkNumbers(ask);
    for (const comparison of COMPARISONS) await compare(comparison, ask);
  } finally {
    for (const child of processes.values()) child.kill();
  }
  await inChromium();
  await costTable();
  console.log('## Memory, compiling and size\n');
  for (const engine of ['compiled', 'fast']) {
    const { bytes } = await measured([engine, '28', '8', '16', '32', 'heap']);
    const kilobytes = (bytes / 1024).toFixed(1);
    console.log(
      `- ${verdict(bytes < 200_000)} heap over 1,000 training steps, ${engine}: ${kilobytes} KB more`,
    );
  }
  const { compiling } = await measured(['compiled', '28', '8', '16', '32', 'compile']);
  console.log(
    `- ${verdict(compiling <= 5)} compiling a plan of the digit network: ${compiling.toFixed(1)} ms (≤ 5)`,
  );
  const sizes = {
    'core and network': ['src/tensor', 'src/network'],
    'the compiler and what it stands on': ['src/tensor/wasm'],
  };
  for (const [name, roots] of Object.entries(sizes))
    console.log(`- ${name}, bundled, gzip: ${((await bundledSize(roots)) / 1024).toFixed(2)} KB`);
}

/** A training step of networks that differ in one size at a time. */
async function costTable(): Promise<void> {
  console.log(
    '## Cost against size\n\nA training step of the digit network, compiled, one size changed at a time.\n',
  );
  console.log(
    '| input side | channels | batch | multiply-adds forward, million | ms | ms / million |\n|---|---|---|---|---|---|',
  );
  const rows = [
    ...[14, 28, 56, 112].map((side) => [side, 8, 16, 32]),
    ...[4, 16, 32].map((channels) => [28, channels, 2 * channels, 32]),
    ...[1, 8, 128].map((batch) => [28, 8, 16, batch]),
  ];
  for (const row of rows) {
    const [side, first, second, batch] = row as [number, number, number, number];
    const { multiplyAdds, median: ms } = await measured(['compiled', ...row.map(String)]);
    const millions = (multiplyAdds * batch) / 1e6;
    console.log(
      `| ${side} | ${first}, ${second} | ${batch} | ${millions.toFixed(2)} | ${ms.toFixed(2)} | ${(ms / millions).toFixed(3)} |`,
    );
  }
  console.log('');
}

async function measured(args: readonly string[]): Promise<Measured> {
  return messageOf(forked('core-cost.ts', args));
}
