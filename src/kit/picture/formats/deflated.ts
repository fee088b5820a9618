/** Data compressed with zlib, in pieces, and the number of bytes that come out of it when it is whole. */
export interface Deflated {
  readonly parts: readonly Uint8Array[];
  readonly bytes: number;
}

/** So much is handed over at once; what comes out is counted and dropped, so that memory stays small. */
const PIECE = 2 ** 16;

function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array<ArrayBuffer>> {
  for (const part of parts)
    for (let at = 0; at < part.length; at += PIECE)
      yield part.subarray(at, at + PIECE) as Uint8Array<ArrayBuffer>;
}

/** Decompresses and counts: do as many bytes come out as the picture needs? */
export async function isWhole({ parts, bytes }: Deflated): Promise<boolean> {
  const { writable, readable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    for (const piece of piecesOf(parts)) await writer.write(piece);
    await writer.close();
  };
  // An error of the writing side is one of the reading side too, and is seen there.
  feed().catch(() => undefined);
  const reader = readable.getReader();
  let count = 0;
  try {
    while (count < bytes) {
      const { done, value } = await reader.read();
      if (done) break;
      count += value.length;
    }
    if (count >= bytes) await reader.cancel();
  } catch {
    // Not zlib, or broken off: the count says how far it went.
  }
  return count >= bytes;
}
