// `tonghop demo`: the whole job on a real resolution with made-up figures, and a readable account of what was done.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { madeUpUnits } from "../core/made-up/units.js";
import { resolutionName } from "../core/definition/resolution.js";
import type { Consolidation } from "../core/round/consolidation.js";
import { coverageLine } from "../core/round/coverage-text.js";
import type { MadeForm, Round } from "../workflow.js";
import {
  beginRound,
  consolidate,
  consolidatedWorkbook,
  controlWorkbook,
  demoRound,
  makeForms,
  openConsolidated,
  openRound,
  summaryWorkbook,
} from "../workflow.js";
import type { Arguments } from "./arguments.js";
import { countLine } from "./check-command.js";
import { nodeHost } from "./host.js";
import { CommandError, linksFrom, writeWhole } from "./node-files.js";
import { faulty, openTemplate } from "./open.js";
import { readReports } from "./reports.js";
import { writeManyWhole } from "./write-many.js";
import { showReport, showVerdicts } from "./show.js";

const TEMPLATE = "nq-lam-dong-2024";
const SEED = 2024;

export async function demoCommand(given: Arguments): Promise<number> {
  const out = given.out ?? "demo-ket-qua";
  refuseForeign(out);
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  const round = await begin(given, out, say);
  const forms = await writeForms(round, out, say);
  const { files, mishaps } = demoRound(round, forms, SEED, nodeHost);
  say(`3. Điền số liệu giả định. ${mishaps.length} đơn vị gặp trục trặc như ngoài đời:`);
  for (const mishap of mishaps) say(`   - ${mishap}`);
  const returned = path.join(out, "da-nop");
  const arrive = (late: boolean): Promise<void> =>
    writeManyWhole(
      returned,
      files.filter((one) => one.late === late).map(({ name, bytes }) => ({ fileName: name, bytes })),
    );
  await arrive(false);
  await consolidateOnce(round, returned, path.join(out, "tong-hop.xlsx"));
  await arrive(true);
  say("4. Tổng hợp lần đầu khi đến hạn, rồi tổng hợp lại khi có báo cáo gửi muộn.");
  const { consolidation, bytes } = await consolidateOnce(round, returned, path.join(out, "tong-hop.xlsx"));
  account(consolidation, given, say);
  const { reading, findings } = openConsolidated(bytes, nodeHost);
  if (reading === null) throw faulty("tong-hop.xlsx", findings, given.language);
  writeWhole(path.join(out, "bao-cao-tong-hop.xlsx"), await summaryWorkbook(reading));
  say("6. Xuất báo cáo cho lãnh đạo. Các tệp để mở xem:");
  for (const name of ["so-tong-hop.xlsx", "bieu-mau", "da-nop", "tong-hop.xlsx", "bao-cao-tong-hop.xlsx"])
    say(`   ${path.join(out, name)}`);
  return 0;
}

/** The folder may hold an earlier demonstration, nothing else. */
function refuseForeign(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(path.join(out, "so-tong-hop.xlsx"))) return;
  throw new CommandError(`Thư mục “${out}” đã có tệp khác. Chọn thư mục trống cho --out.`);
}

async function begin(given: Arguments, out: string, say: (line: string) => boolean): Promise<Round> {
  const template = openTemplate(TEMPLATE, given.language);
  const count = unitCount(given.units);
  const units = madeUpUnits(template, count, SEED);
  const { definition, findings } = beginRound({ template, units, period: "2024", settings: [["han_nop", "2025-01-10"]] });
  if (definition === null) throw faulty(TEMPLATE, findings, given.language);
  writeWhole(path.join(out, "so-tong-hop.xlsx"), await controlWorkbook(definition));
  const { resolution } = definition;
  say(`1. Lập sổ tổng hợp từ ${resolutionName(resolution)}: ${definition.targets.length} chỉ tiêu, ${count} đơn vị giả định.`);
  return openRound(definition);
}

function unitCount(text: string | null): number {
  const count = Number(text ?? "60");
  if (Number.isInteger(count) && count >= 1 && count <= 5000) return count;
  throw new CommandError(`--units của demo là số đơn vị, từ 1 đến 5000; nhận được “${text ?? ""}”.`);
}

async function writeForms(round: Round, out: string, say: (line: string) => boolean): Promise<MadeForm[]> {
  const forms: MadeForm[] = [];
  for await (const form of makeForms(round, nodeHost)) {
    forms.push(form);
  }
  await writeManyWhole(path.join(out, "bieu-mau"), forms);
  say(`2. Tạo ${forms.length} biểu mẫu, mỗi đơn vị một tệp.`);
  return forms;
}

async function consolidateOnce(
  round: Round,
  folder: string,
  out: string,
): Promise<{ consolidation: Consolidation; bytes: Uint8Array }> {
  const consolidation = consolidate(round.definition, await readReports([folder], round));
  const bytes = await consolidatedWorkbook(consolidation, undefined, linksFrom(out));
  writeWhole(out, bytes);
  return { consolidation, bytes };
}

function account(consolidation: Consolidation, given: Arguments, say: (line: string) => boolean): void {
  const { coverage, definition, files, verdicts } = consolidation;
  say(`   ${countLine(files, given.language)}`);
  say(`   ${coverageLine(consolidation, given.language)}.`);
  if (coverage.missing.length > 0) say(`   Chưa gửi: ${coverage.missing.join(", ")}.`);
  for (const file of files.filter((one) => ["rejected", "held"].includes(one.outcome))) say(showReport(file, given.language));
  say("5. Kết quả so với chỉ tiêu:");
  for (const line of showVerdicts(definition, verdicts, given.language)) say(line);
}
