// Sentences of findings about: file.
import { entries } from "./entry.js";

export const FILE_MESSAGES = entries({});
