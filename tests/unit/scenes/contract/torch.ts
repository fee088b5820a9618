import { spawnSync } from 'node:child_process';

/** Interpreters that may have PyTorch: the first on the path, and Debian's, which has it from its package `python3-torch`. */
const PYTHONS = ['python3', '/usr/bin/python3'];

export const NO_TORCH =
  'No Python here can import torch, so the copied PyTorch code is not run. On Debian: apt install python3-torch';

/** The first interpreter that can import PyTorch; null where there is none. */
export function findTorch(): string | null {
  const has = (python: string): boolean =>
    spawnSync(python, ['-c', 'import importlib.util as u, sys; sys.exit(u.find_spec("torch") is None)'], {
      timeout: 60_000,
    }).status === 0;
  return PYTHONS.find(has) ?? null;
}

/**
 * Runs each snippet in a namespace of its own, in one process, for importing torch takes seconds. Whatever precision a
 * snippet asks for, tensors are printed whole and with all digits.
 */
const RUNNER = `
import contextlib, io, json, sys
import torch
set_options = torch.set_printoptions
full = lambda *args, **options: set_options(precision=17, threshold=10**9, linewidth=10**6, sci_mode=True)
torch.set_printoptions = full
def run(code):
    full()
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {"__name__": "__main__"})
    return out.getvalue()
def tried(code):
    try:
        return {"printed": run(code)}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}
json.dump([tried(code) for code in json.load(sys.stdin)], sys.stdout)
`;

export interface Ran {
  readonly printed?: string;
  readonly failed?: string;
}

/** What each snippet printed, or why it failed. @throws Error when the interpreter itself fails */
export function runTorch(python: string, snippets: readonly string[]): Ran[] {
  const { stdout, stderr, status } = spawnSync(python, ['-c', RUNNER], {
    input: JSON.stringify(snippets),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${python}: ${stderr}`);
  return JSON.parse(stdout) as Ran[];
}

/** The numbers of a printed text in their order; those of words such as `float64` are none. */
export function numbersIn(text: string): number[] {
  const found = text.matchAll(/(?<![\w.])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?![\w.]*\w)/g);
  return [...found].map(([number]) => Number(number.replace('inf', 'Infinity').replace('nan', 'NaN')));
}

/** Whether `values` stand among `printed`, one behind the other; to nine digits of the largest. */
export function standsIn(printed: readonly number[], values: ArrayLike<number>): boolean {
  const wanted = Array.from(values);
  const near = 1e-9 * Math.max(1e-300, ...wanted.map(Math.abs));
  const fits = (from: number): boolean =>
    wanted.every((value, i) => Math.abs((printed[from + i] as number) - value) <= near);
  return printed.some((_, from) => from + wanted.length <= printed.length && fits(from));
}
