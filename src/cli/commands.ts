// The verbs of the command line: run the workflow on files of this machine, print, and give the exit status.
import { describeJson } from "../core/definition/definition-json.js";
import { summaryJson } from "../sheets/summary.js";
import { openConsolidated, summaryWorkbook } from "../workflow.js";
import type { Arguments, Command } from "./arguments.js";
import { firstFile, needed, neededWorkbook, settingPairs } from "./arguments.js";
import { checkCommand } from "./check-command.js";
import { consolidateCommand } from "./consolidate-command.js";
import { writeControlFile } from "./control-file.js";
import { nodeHost } from "./host.js";
import { readBytes, writeWhole } from "./node-files.js";
import { beginWith, faulty, openControlFile, openTemplate, openUnitList } from "./open.js";
import { showDefinition } from "./show-definition.js";
import { showFindings } from "./show.js";

export const COMMANDS = {
  init: initCommand,
  describe: describeCommand,
  // What the other verbs do without takes a moment to load.
  targets: async (given) => (await import("./targets-command.js")).targetsCommand(given),
  forms: async (given) => (await import("./forms-command.js")).formsCommand(given),
  check: checkCommand,
  consolidate: consolidateCommand,
  summary: summaryCommand,
  demo: async (given) => (await import("./demo-command.js")).demoCommand(given),
} satisfies Record<string, Command>;

async function initCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const out = neededWorkbook(given);
  const template = openTemplate(needed(given.template, "--template", language), language);
  const file = needed(given.units, "--units", language);
  const list = { file, units: openUnitList(file, language) };
  const period = needed(given.period, "--period", language);
  const { definition, findings } = beginWith({ template, period, settings: settingPairs(given) }, list, language);
  await writeControlFile(out, definition, language);
  const notes = showFindings([...list.units.findings, ...findings], language);
  if (notes.length > 0) process.stderr.write(`${notes.join("\n")}\n`);
  const { units, targets, fields } = definition;
  process.stdout.write(
    language === "vi"
      ? `Đã tạo sổ tổng hợp ${out}: ${units.length} đơn vị, ${targets.length} chỉ tiêu, ${fields.length} số liệu, ${definition.period.label}.\n`
      : `Made the control workbook ${out}: ${units.length} units, ${targets.length} targets, ${fields.length} fields, ${definition.period.id}.\n`,
  );
  return 0;
}

function describeCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const definition =
    given.template !== null
      ? openTemplate(given.template, language)
      : openControlFile(
          firstFile(given, "sổ tổng hợp .xlsx, hoặc --template <mã mẫu>", "a control workbook, or --template <id>"),
          language,
        );
  process.stdout.write(
    given.json ? `${JSON.stringify(describeJson(definition))}\n` : `${showDefinition(definition, language)}\n`,
  );
  return Promise.resolve(0);
}

async function summaryCommand(given: Arguments): Promise<number> {
  const { language } = given;
  const file = firstFile(given, "sổ đã tổng hợp .xlsx", "a consolidated workbook");
  const out = neededWorkbook(given);
  const { reading, findings } = openConsolidated(readBytes(file), nodeHost);
  if (reading === null) throw faulty(file, findings, language);
  writeWhole(out, await summaryWorkbook(reading));
  const done = language === "vi" ? `Đã xuất báo cáo tổng hợp ${out}.` : `Exported the summary ${out}.`;
  process.stdout.write(given.json ? `${JSON.stringify(summaryJson(reading))}\n` : `${done}\n`);
  return 0;
}
