// Old Office files are a file system of their own ([MS-CFB]): the names in its root folder tell what they are.

const HEADER_SECTORS = 109;
const RECORD_BYTES = 128;
const MOST_SECTORS = 4096;
/** Numbers from here on are no sectors and no records but marks. */
const FIRST_MARK = 0xfffffffa;

/**
 * Names of the streams and folders in the root folder, in capitals, since names do not distinguish case. What lies deeper belongs to
 * embedded objects: a text may hold a workbook, and a workbook a text. A file whose tables are damaged gives all names that are found.
 */
export function rootNames(bytes: Uint8Array): readonly string[] {
  const records = directory(bytes);
  const names = records === null ? [] : siblings(records);
  return names.length > 0 ? names : scattered(bytes);
}

/** The records of the directory in one piece; null when it cannot be found. */
function directory(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** view.getUint16(30, true);
  if (size !== 512 && size !== 4096) return null;
  const number = (sector: number, index: number): number => {
    const at = (sector + 1) * size + index * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : FIRST_MARK;
  };
  const tables = Array.from({ length: HEADER_SECTORS }, (_none, index) => view.getUint32(76 + index * 4, true));
  const last = size / 4 - 1;
  for (let list = view.getUint32(68, true); list < FIRST_MARK && tables.length < MOST_SECTORS; list = number(list, last))
    for (let index = 0; index < last; index++) tables.push(number(list, index));
  const sectors: Uint8Array[] = [];
  for (let at = view.getUint32(48, true); at < FIRST_MARK && sectors.length < MOST_SECTORS;) {
    sectors.push(bytes.subarray((at + 1) * size, (at + 2) * size));
    const table = tables[Math.floor((at * 4) / size)] ?? FIRST_MARK;
    at = table < FIRST_MARK ? number(table, at % (size / 4)) : FIRST_MARK;
  }
  const records = new Uint8Array(sectors.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const sector of sectors) {
    records.set(sector, end);
    end += sector.length;
  }
  return records;
}

/** Names of the children of the first record, which is the root. */
function siblings(records: Uint8Array): readonly string[] {
  const view = new DataView(records.buffer);
  const link = (record: number, at: number): number =>
    (record + 1) * RECORD_BYTES <= records.length ? view.getUint32(record * RECORD_BYTES + at, true) : FIRST_MARK;
  const names: string[] = [];
  const seen = new Set<number>();
  const open = [link(0, 76)];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    const name = record < FIRST_MARK && !seen.has(record) ? nameAt(records, record * RECORD_BYTES) : null;
    if (name === null) continue;
    seen.add(record);
    names.push(name);
    open.push(link(record, 68), link(record, 72));
  }
  return names;
}

/** All names that stand where a record might. */
function scattered(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = 512; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
    const name = nameAt(bytes, at);
    if (name !== null) names.push(name);
  }
  return names;
}

/** The name in the record at `at`, in capitals; null when none stands there. */
function nameAt(bytes: Uint8Array, at: number): string | null {
  if (at + RECORD_BYTES > bytes.length) return null;
  const length = bytes[at + 64]! + bytes[at + 65]! * 256;
  if (length < 4 || length > 64 || length % 2 !== 0 || bytes[at + 66]! > 5) return null;
  let name = "";
  for (let index = 0; index < length - 2; index += 2)
    name += String.fromCharCode(bytes[at + index]! + bytes[at + index + 1]! * 256);
  return name.toUpperCase();
}
