// Sentences of findings about: definition.
import { entries } from "./entry.js";

export const DEFINITION_MESSAGES = entries({});
