// All checks of a submission that was read: one file each, from causes to consequences.
import type { Definition } from "../../definition/definition.js";
import type { Figures } from "../../figure/figures.js";
import type { Finding } from "../../finding.js";
import { orderFindings } from "../../round/finding-order.js";
import type { Submission } from "../submission.js";
import type { Unit } from "../../definition/unit.js";
import type { CheckedForm } from "./checked-form.js";
import { checkExplanations } from "./explanations.js";
import { checkLists } from "./lists.js";
import { checkNotFilled } from "./not-filled.js";
import { checkRange } from "./range.js";
import { checkRequired } from "./required.js";
import { checkRules } from "./rules.js";

type Check = (form: CheckedForm) => readonly Finding[];

const CHECKS: readonly Check[] = [checkRequired, checkRange, checkLists, checkRules, checkExplanations];
/** What is still worth saying of a form whose required figures are all blank. */
const CHECKS_OF_BLANK: readonly Check[] = [checkRange, checkLists, checkRules];

/**
 * Judges whether the figures of a submission are sound: complete, within bounds, in accord with the rules, misses explained.
 * @param previous the unit's figures of the period before; null when unknown, then rules about it are undecided
 * @returns errors first; empty when the submission is sound
 */
export function checkSubmission(
  definition: Definition,
  unit: Unit,
  submission: Submission,
  previous: Figures | null,
): readonly Finding[] {
  const form: CheckedForm = { definition, unit, submission, previous };
  const notFilled = checkNotFilled(form);
  const checks = notFilled.length > 0 ? CHECKS_OF_BLANK : CHECKS;
  return orderFindings([...notFilled, ...checks.flatMap((check) => check(form))]);
}
