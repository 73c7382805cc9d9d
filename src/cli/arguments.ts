// What was typed after a verb, and the faults of typing.
import type { Language } from "../core/messages/index.js";
import { CommandError, isFolder } from "./node-files.js";

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
  if (first !== undefined && isFolder(first)) throw folderFirst(first, given.language, vi, en);
  if (first !== undefined) return first;
  throw new CommandError(given.language === "vi" ? `Thiếu tên tệp: ${vi}. Xem --help.` : `A file is missing: ${en}. See --help.`);
}

function folderFirst(first: string, language: Language, vi: string, en: string): CommandError {
  return new CommandError(
    language === "vi"
      ? `“${first}” là thư mục; ở đây cần ${vi}. Ghi tệp đó trước, rồi mới đến các tên khác; xem --help.`
      : `“${first}” is a folder; wanted here: ${en}. Name that file first; see --help.`,
  );
}

/**
 * The workbook to write, an .xlsx.
 * @throws CommandError when there is none, or it has the name of another kind of file
 */
export function neededWorkbook({ out, language }: Arguments): string {
  const file = needed(out, "--out", language);
  const [, kind] = /\.([a-z]{1,5})$/iu.exec(file) ?? [];
  if (kind === undefined || kind.toLowerCase() === "xlsx") return file;
  throw new CommandError(
    language === "vi"
      ? `--out “${file}”: lệnh này ghi sổ Excel, không ghi được tệp .${kind}. Đổi đuôi tên tệp thành .xlsx.`
      : `--out “${file}”: this verb writes an Excel workbook, not a .${kind} file. Give a name that ends in .xlsx.`,
  );
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
