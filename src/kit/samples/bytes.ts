/** The bytes that a base64 text stands for; works in browsers and in Node. */
export function bytesFromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
