// A short mark of data, by which it is seen whether it changed: FNV-1a over its JSON text, 32 bits.

export function mark(data: unknown): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(data);
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
