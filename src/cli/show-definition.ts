// A definition as plain lines, for `tonghop describe` without --json.
import type { Definition } from "../core/definition/definition.js";
import type { Language } from "../core/messages/index.js";
import { resolutionName } from "../core/definition/resolution.js";
import { thresholdText } from "../core/verdict/verdict-text.js";

/** Resolution, period, and each target with its threshold; units and fields as counts. */
export function showDefinition(definition: Definition, language: Language): string {
  const { resolution, period, units, fields, lists, targets, rules } = definition;
  const vi = language === "vi";
  return [
    `${definition.id}: ${resolutionName(resolution)}${resolution.date === null ? "" : ` (${resolution.date})`}, ${resolution.issuer}`,
    resolution.abstract,
    period === null
      ? vi
        ? "Kỳ báo cáo: chọn khi lập sổ"
        : "Period: chosen at init"
      : `${vi ? "Kỳ báo cáo" : "Period"}: ${period.label}`,
    vi
      ? `${units.length} đơn vị, ${fields.length} số liệu, ${lists.length} danh sách, ${rules.length} quy tắc, ${targets.length} chỉ tiêu:`
      : `${units.length} units, ${fields.length} fields, ${lists.length} lists, ${rules.length} rules, ${targets.length} targets:`,
    ...targets.map((target) => `  ${target.clause.padEnd(8)} ${thresholdText(target).padEnd(14)} ${target.label} [${target.id}]`),
  ].join("\n");
}
