// The order in which findings are shown: what keeps a report out first, and causes before what follows from them.
import type { Finding, Severity } from "../finding.js";

const BY_SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Areas of codes from cause to consequence. */
const BY_AREA: readonly string[] = ["file", "form", "figure", "list", "rule", "target"];

/** Errors, warnings, notes; within them file, form, figures, rules, targets; otherwise as given. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => BY_SEVERITY[a.severity] - BY_SEVERITY[b.severity] || areaRank(a) - areaRank(b));
}

function areaRank({ code }: Finding): number {
  const rank = BY_AREA.indexOf(code.slice(0, code.indexOf("/")));
  return rank === -1 ? BY_AREA.length : rank;
}
