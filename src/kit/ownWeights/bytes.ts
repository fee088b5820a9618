/** Bytes as base64, which a storage of texts can keep. The way back: `bytesFromBase64`. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
