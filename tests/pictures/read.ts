import { readFileSync } from 'node:fs';

/** A file of this folder. */
export const pictureFile = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
