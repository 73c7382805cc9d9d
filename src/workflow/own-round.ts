// The round that a form describes by itself, so that it can be checked without the control workbook.
import { readDefinitionText } from "../core/definition/definition-json.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import type { Identity } from "../core/submission/identity.js";
import { periodOf } from "../core/definition/period.js";
import type { Unit } from "../core/definition/unit.js";
import type { Round } from "./round.js";
import { openRound } from "./round.js";

type OwnRound =
  { readonly round: Round; readonly findings: readonly [] } | { readonly round: null; readonly findings: readonly Finding[] };

/** Rounds of the definitions met last; the forms of one round carry the same text. */
const known = new Map<string, OwnRound>();
const MOST_KNOWN = 8;

/** The definition that a form carries, opened with the form's own unit as the only one. */
export function ownRound(identity: Identity): OwnRound {
  const key = `${identity.period}\n${identity.definition}`;
  const opened = known.get(key) ?? open(identity);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, opened);
  if (opened.round === null) return opened;
  return { round: { ...opened.round, units: new Map([[identity.unit, unitOf(identity)]]) }, findings: [] };
}

function open(identity: Identity): OwnRound {
  const { definition, findings } = readDefinitionText(identity.definition);
  if (definition === null) return { round: null, findings };
  const period = definition.period ?? periodOf(identity.period);
  if (period === null) return { round: null, findings: [finding("control/period-unknown", "error", { found: identity.period })] };
  return { round: openRound({ ...definition, period }), findings: [] };
}

function unitOf(identity: Identity): Unit {
  return { code: identity.unit, name: identity.unitName, kind: identity.unitKind, aliases: [], parent: null, email: null };
}
