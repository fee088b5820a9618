import fc from 'fast-check';

/*
 * Random input is the same in every run, so that what turns a test red is a change. `npm run fuzz` seeks input that
 * none of us thought of, with other seeds.
 */
fc.configureGlobal({ seed: Number(process.env['P2G_SEED'] ?? 1) });
