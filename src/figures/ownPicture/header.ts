/** What the first bytes of a file say of a picture, before anything is decoded. */
export interface PictureHeader {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'svg' | 'other';
  /** As stored; a photograph may still have to be turned. */
  readonly size: readonly [number, number] | null;
  /** More than one frame. */
  readonly animated: boolean;
  /** The mark that ends such a file is missing: the download broke off. */
  readonly cut?: boolean;
}

const OTHER: PictureHeader = { format: 'other', size: null, animated: false };

const latin = (bytes: Uint8Array, from: number, count: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + count));

/** Reads the header of a file. Never throws: what it does not know it leaves to the browser. */
export function readHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (latin(bytes, 1, 3) === 'PNG') return png(bytes, view);
    if (latin(bytes, 0, 4) === 'GIF8') return gif(bytes, view);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(view);
    if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP')
      return {
        format: 'webp',
        size: null,
        animated: latin(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 2) > 0,
      };
    if (/<svg[\s>]/i.test(latin(bytes, 0, Math.min(bytes.length, 4096))))
      return { format: 'svg', size: null, animated: false };
  } catch {
    // The file is cut short; the browser will say so.
  }
  return OTHER;
}

function png(bytes: Uint8Array, view: DataView): PictureHeader {
  const cut = !latin(bytes, Math.max(0, bytes.length - 64), 64).includes('IEND');
  const size = [view.getUint32(16), view.getUint32(20)] as const;
  // An animated PNG says so before its first image data.
  let at = 8;
  while (at + 8 <= bytes.length) {
    const chunk = latin(bytes, at + 4, 4);
    if (chunk === 'acTL') return { format: 'png', size, animated: view.getUint32(at + 8) > 1, cut };
    if (chunk === 'IDAT') break;
    at += 12 + view.getUint32(at);
  }
  return { format: 'png', size, animated: false, cut };
}

/** Marker segments up to the one that starts the frame. */
function jpeg(view: DataView): PictureHeader {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame)
      return {
        format: 'jpeg',
        size: [view.getUint16(at + 7), view.getUint16(at + 5)],
        animated: false,
        cut: !hasEnd(view, at),
      };
    at += 2 + view.getUint16(at + 2);
  }
  return { format: 'jpeg', size: null, animated: false };
}

/** In the data of a JPEG the byte ff is followed by 0 or by a marker, so its end mark cannot stand there by chance. */
function hasEnd(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at > from; at--) if (view.getUint16(at) === 0xffd9) return true;
  return false;
}

/** Blocks of a GIF; a second image makes it an animation. */
function gif(bytes: Uint8Array, view: DataView): PictureHeader {
  const size = [view.getUint16(6, true), view.getUint16(8, true)] as const;
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(bytes[10] ?? 0);
  let frames = 0;
  const skipSubBlocks = (): void => {
    while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] as number);
    at++;
  };
  while (at < bytes.length && frames < 2) {
    const block = bytes[at];
    if (block === 0x21) {
      at += 2;
      skipSubBlocks();
    } else if (block === 0x2c) {
      frames++;
      at += 10 + tableBytes(bytes[at + 9] ?? 0) + 1;
      skipSubBlocks();
    } else break;
  }
  return { format: 'gif', size, animated: frames > 1 };
}
