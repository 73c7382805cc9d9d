// Sentences of findings about: form.
import { entries } from "./entry.js";

export const FORM_MESSAGES = entries({});
