// Whether two stretches of bytes are the same.

/** True for stretches of equal length and content. Four bytes are compared in one step. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  const left = new DataView(a.buffer, a.byteOffset, a.byteLength);
  const right = new DataView(b.buffer, b.byteOffset, b.byteLength);
  let at = 0;
  for (const end = a.length - 3; at < end; at += 4) if (left.getInt32(at) !== right.getInt32(at)) return false;
  for (; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
