import { writeFileSync } from 'node:fs';

const PATH = 'src/kit/digits/digitNetwork.json';

/** Writes the trained network where the figures that look into it read it: it comes with their code, so that it is there when they are. */
export function writeNetworkCopy(file: Uint8Array): void {
  writeFileSync(PATH, `${JSON.stringify({ weights: Buffer.from(file).toString('base64') })}\n`);
}
