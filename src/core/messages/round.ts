// Sentences of findings about: round.
import { entries } from "./entry.js";

export const ROUND_MESSAGES = entries({});
