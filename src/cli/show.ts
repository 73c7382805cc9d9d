// What a person reads on stdout: findings, verdicts and coverage as plain lines.
import type { Definition } from "../core/definition/definition.js";
import type { FileReport, Outcome } from "../core/round/file-report.js";
import { OUTCOME_WORDS } from "../core/round/outcome-words.js";
import type { Finding } from "../core/finding.js";
import { findingMessage } from "../core/messages/index.js";
import type { Language } from "../core/messages/index.js";
import type { Verdict } from "../core/verdict/verdict.js";
import { displayActual, gapText } from "../core/verdict/verdict-text.js";

const SEVERITIES: Readonly<Record<Finding["severity"], Readonly<Record<Language, string>>>> = {
  error: { vi: "Lỗi", en: "Error" },
  warning: { vi: "Cảnh báo", en: "Warning" },
  note: { vi: "Ghi nhận", en: "Note" },
};

const VERDICTS: Readonly<Record<Verdict["verdict"], Readonly<Record<Language, string>>>> = {
  met: { vi: "Đạt", en: "Met" },
  missed: { vi: "Chưa đạt", en: "Missed" },
  unverifiable: { vi: "Chưa đủ số liệu", en: "Not enough figures" },
};

/** The word for an outcome. */
export function outcomeWord(outcome: Outcome, language: Language): string {
  return OUTCOME_WORDS[outcome][language];
}

/** One line for the file, one for each finding. */
export function showReport(report: FileReport, language: Language): string {
  const head = `${report.path}: ${outcomeWord(report.outcome, language)}${report.unit === null ? "" : ` (${report.unit})`}`;
  return [head, ...showFindings(report.findings, language)].join("\n");
}

/** Indented lines, one for each finding, most important first. */
export function showFindings(findings: readonly Finding[], language: Language): string[] {
  return findings.map((f) => `  ${SEVERITIES[f.severity][language]}: ${findingMessage(f, language)} [${f.code}]`);
}

/** One line for each verdict on all units together: clause, label, word, actual against threshold, gap. */
export function showVerdicts(definition: Definition, verdicts: readonly Verdict[], language: Language): string[] {
  const totals = new Map(verdicts.filter((v) => v.unit === null).map((v) => [v.target, v]));
  return definition.targets.flatMap((target) => {
    const verdict = totals.get(target.id);
    if (verdict === undefined) return [];
    const word = VERDICTS[verdict.verdict][language];
    const gap = verdict.verdict === "missed" ? `; ${gapText(verdict, target, definition)}` : "";
    const actual = verdict.actual === null ? "" : ` ${displayActual(verdict, target)}`;
    return [`  ${target.clause.padEnd(8)} ${word}:${actual} ${target.label}${gap}`];
  });
}
