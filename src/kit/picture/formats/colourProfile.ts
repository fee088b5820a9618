import type { ByteReader } from './ByteReader.ts';

/** Its description stands in a colour profile as ASCII (version 2) or as UTF-16 (version 4). */
const NAMES = ['sRGB', '\0s\0R\0G\0B'];

/** Whether an ICC profile is one of sRGB, by the name that it gives itself. */
export function isSrgb(profile: ByteReader): boolean {
  const text = profile.text(0, profile.length);
  return NAMES.some((name) => text.includes(name));
}
