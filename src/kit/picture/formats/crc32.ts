/** The remainder of every byte, by the polynomial of ISO 3309. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of a PNG chunk: CRC-32, a whole number from 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (let i = 0; i < bytes.length; i++)
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[i] as number)) & 255] as number);
  return (rest ^ 0xffffffff) >>> 0;
}
