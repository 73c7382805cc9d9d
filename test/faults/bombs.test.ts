// Small files that unpack to hundreds of megabytes: refused by the limits, in little memory, whatever size they claim.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, createDeflateRaw } from "node:zlib";
import { joinParts, type PackedPart } from "../../src/xlsx/zip-write.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { filledRound } from "../helpers/filled-round.js";

const MEGABYTE = 1048576;
/** Resident memory of the whole program: it needs about 100 MB to start. */
const MOST_MEGABYTES = 400;
const TELL = "process.on('exit', () => process.stderr.write('MB ' + process.resourceUsage().maxRSS / 1024));";

/** An entry of so many megabytes of one character between a head and a tail, packed without ever standing in memory. */
async function swollen(
  name: string,
  { head, character, megabytes, tail }: { head: string; character: string; megabytes: number; tail: string },
): Promise<PackedPart> {
  const packer = createDeflateRaw({ level: 9 });
  const packed: Buffer[] = [];
  packer.on("data", (data: Buffer) => packed.push(data));
  const ended = new Promise((resolve) => packer.on("end", resolve));
  const block = Buffer.alloc(MEGABYTE, character);
  let [crc, size] = [0, 0];
  const add = async (data: Buffer): Promise<void> => {
    crc = crc32(data, crc);
    size += data.length;
    if (!packer.write(data)) await new Promise((resolve) => packer.once("drain", resolve));
  };
  await add(Buffer.from(head));
  for (let i = 0; i < megabytes; i++) await add(block);
  await add(Buffer.from(tail));
  packer.end();
  await ended;
  return { nameBytes: Buffer.from(name), method: 8, crc, size, packed: Buffer.concat(packed) };
}

const STRINGS = {
  head: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>',
  character: "a",
  tail: "</t></si></sst>",
};

describe("bombs", function () {
  this.timeout(120_000);
  let folder: string;
  let form: Uint8Array;
  before(async () => {
    build();
    folder = temporaryFolder();
    writeFileSync(path.join(folder, "tell.mjs"), TELL);
    form = (await filledRound("kl-09-btctw-2024", 1)).forms[0]!.bytes;
  });
  after(() => removeFolder(folder));

  /** The form with one entry replaced. */
  function withEntry(part: PackedPart): Uint8Array {
    const name = Buffer.from(part.nameBytes).toString("utf8");
    const rest = openZip(form, FORM_LIMITS).entries.filter((entry) => entry.name !== name);
    return joinParts([...rest, part]);
  }

  function ends(bytes: Uint8Array, code: RegExp): void {
    assert.ok(bytes.length < 1.2 * MEGABYTE, `${String(bytes.length)} bytes are no small file`);
    writeFileSync(path.join(folder, "bom.xlsx"), bytes);
    const ran = tonghop(folder, ["check", "bom.xlsx", "--json"], { NODE_OPTIONS: `--import=file://${folder}/tell.mjs` });
    const { files } = JSON.parse(ran.stdout) as { files: { outcome: string; findings: { code: string }[] }[] };
    assert.deepEqual(
      files.map((file) => file.outcome),
      ["rejected"],
    );
    assert.match(files[0]!.findings[0]!.code, code);
    const used = Number(/MB ([\d.]+)/u.exec(ran.stderr)?.[1]);
    assert.ok(used > 20 && used < MOST_MEGABYTES, `${String(used)} MB`);
  }

  it("a string of 400 MB is refused before it is unpacked", async () => {
    ends(withEntry(await swollen("xl/sharedStrings.xml", { ...STRINGS, megabytes: 400 })), /^zip\/limit$/u);
  });

  it("a string of 400 MB that claims to be small is refused as soon as it grows", async () => {
    const part = await swollen("xl/sharedStrings.xml", { ...STRINGS, megabytes: 400 });
    ends(withEntry({ ...part, size: 5000 }), /^zip\/checksum$/u);
  });

  it("800 MB of spaces that claim to be small are refused as soon as they grow", async () => {
    const part = await swollen("xl/worksheets/sheet1.xml", { head: "<worksheet>", character: " ", megabytes: 800, tail: "" });
    ends(withEntry({ ...part, size: 5000 }), /^zip\/checksum$/u);
  });

  it("a string of 20 MB, which the limits let in, is refused at its cell", async () => {
    const head = `${STRINGS.head}x</t></si><si><t>`;
    ends(withEntry(await swollen("xl/sharedStrings.xml", { ...STRINGS, head, megabytes: 20 })), /./u);
  });
});
