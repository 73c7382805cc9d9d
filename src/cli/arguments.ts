// What was typed after a verb, and the faults of typing.
import type { Language } from "../core/messages/index.js";
import { CommandError } from "./node-files.js";

export interface Arguments {
  readonly files: readonly string[];
  readonly language: Language;
  readonly template: string | null;
  readonly units: string | null;
  readonly period: string | null;
  readonly settings: readonly string[];
  readonly out: string | null;
  readonly control: string | null;
  readonly previous: string | null;
  /** Folder for what is sent back to units. */
  readonly returns: string | null;
  readonly overwrite: boolean;
  readonly json: boolean;
}

/** Runs a verb; the number is the exit status. */
export type Command = (given: Arguments) => Promise<number>;

/**
 * The value of an option that the verb cannot do without.
 * @throws CommandError naming the option
 */
export function needed(value: string | null, option: string, language: Language): string {
  if (value !== null && value !== "") return value;
  throw new CommandError(
    language === "vi"
      ? `Thiếu ${option}. Thêm ${option} rồi chạy lại; xem --help.`
      : `${option} is missing. Add it and run again; see --help.`,
  );
}

/**
 * The first file given.
 * @throws CommandError saying which file is wanted
 */
export function firstFile(given: Arguments, vi: string, en: string): string {
  const [first] = given.files;
  if (first !== undefined) return first;
  throw new CommandError(given.language === "vi" ? `Thiếu tên tệp: ${vi}. Xem --help.` : `A file is missing: ${en}. See --help.`);
}

/** `--set key=value` taken apart; the value may hold `=`. */
export function settingPairs(given: Arguments): (readonly [string, string])[] {
  return given.settings.map((text) => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)] as const;
    throw new CommandError(
      given.language === "vi" ? `--set cần dạng khóa=giá trị, nhận được “${text}”.` : `--set wants key=value, got “${text}”.`,
    );
  });
}
