// Plain text files: UTF-8, UTF-16, or single bytes of an old Vietnamese encoding read as Latin letters.

/** The text of the bytes, or null when they hold no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  if (isBinary(bytes)) return null;
  return decode(bytes, "utf-8") ?? new TextDecoder("windows-1252").decode(bytes);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control bytes that no text holds. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  return sample.some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
