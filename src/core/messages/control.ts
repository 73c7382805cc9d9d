// Sentences of findings about: control.
import { entries } from "./entry.js";

export const CONTROL_MESSAGES = entries({});
