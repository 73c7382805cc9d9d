// Short marks of data, by which it is seen whether it changed: of a layout 32 bits (FNV-1a), of rows by the thousand 53.

export function mark(data: unknown): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(data);
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Mark of a text as a whole number below 2^53: two mixing lanes of 32 bits, so that a chance match is out of the question. */
export function textMark(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 15;
  }
  low ^= high >>> 13;
  return (Math.imul(high ^ (low >>> 16), 0xc2b2ae35) >>> 11) * 4294967296 + (low >>> 0);
}
