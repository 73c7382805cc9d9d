// The five steps in order, each with the view that draws it.
import type { Step } from "./state.js";
import { beginStep } from "./step-begin.js";
import { checkStep } from "./step-check.js";
import { consolidateStep } from "./step-consolidate.js";
import { exportStep } from "./step-export.js";
import { formsStep } from "./step-forms.js";
import type { ViewContext } from "./view.js";

/** Draws a step from the state; what people do there goes to the actions. */
export const STEP_VIEWS: Readonly<Record<Step, (context: ViewContext) => HTMLElement>> = {
  begin: beginStep,
  forms: formsStep,
  check: checkStep,
  consolidate: consolidateStep,
  export: exportStep,
};
