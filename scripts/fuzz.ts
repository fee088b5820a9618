/*
 * npm run fuzz [-- rounds]: runs the unit tests with random input that `npm test`, which has its own, has not seen.
 * Arguments after the rounds are vitest's: files, or -t and a name. P2G_SEED=… npm run fuzz repeats a round.
 */
import { runTool } from './stages/tool.ts';

const [asked, ...rest] = process.argv.slice(2);
const isCount = /^\d+$/.test(asked ?? '');
const given = process.env['P2G_SEED'];
const rounds = given ? 1 : isCount ? Number(asked) : 1;
const filters = isCount || asked === undefined ? rest : [asked, ...rest];

const failed: string[] = [];
for (let round = 0; round < rounds; round++) {
  const seed = given ?? String(Math.floor(Math.random() * 2 ** 31));
  console.log(`\n— round ${round + 1} of ${rounds}, seed ${seed} —`);
  process.env['P2G_SEED'] = seed;
  const { code } = await runTool('vitest', 'vitest', ['run', ...filters]);
  if (code !== 0) failed.push(seed);
}
const again = failed.map((seed) => `P2G_SEED=${seed} npm run fuzz`).join('\n');
console.log(failed.length === 0 ? `${rounds} rounds passed` : `To see what failed again:\n${again}`);
process.exitCode = failed.length === 0 ? 0 : 1;
