// Sentences of findings about: figure.
import { entries } from "./entry.js";

export const FIGURE_MESSAGES = entries({});
