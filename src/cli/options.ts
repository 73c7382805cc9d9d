// The options of the command line, and what is said of one that is unknown or typed wrong.
import type { Language } from "../core/messages/index.js";
import { nearest } from "../core/text.js";

export const OPTIONS = {
  template: { type: "string" },
  units: { type: "string" },
  period: { type: "string" },
  set: { type: "string", multiple: true },
  out: { type: "string" },
  control: { type: "string" },
  previous: { type: "string" },
  returns: { type: "string" },
  overwrite: { type: "boolean" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

const NAMES = Object.keys(OPTIONS).map((name) => `--${name}`);

/** What to say about a fault that `parseArgs` of node found in the options; null for any other fault. */
export function optionProblem(problem: unknown, words: readonly string[], language: Language): string | null {
  if (!(problem instanceof Error) || !("code" in problem) || !String(problem.code).startsWith("ERR_PARSE_ARGS")) return null;
  const option = /--?[^\s'=<,]+/u.exec(problem.message.replace(/^Option '-\w, /u, "Option '"))?.[0] ?? "";
  const said = problem.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? unknownOption(option, language) : wrongValue(option, language);
  const verb = words.find((word) => !word.startsWith("-"));
  const call = verb === undefined || verb !== words[0] ? "tonghop" : `tonghop ${verb}`;
  return language === "vi" ? `${said} Xem “${call} --help”.` : `${said} See “${call} --help --lang en”.`;
}

function unknownOption(option: string, language: Language): string {
  const near = nearest(option, NAMES);
  const list = NAMES.join(", ");
  if (language === "en")
    return `There is no option “${option}”. ${near === null ? `Options: ${list}.` : `Did you mean “${near}”?`}`;
  return `Không có tùy chọn “${option}”. ${near === null ? `Các tùy chọn: ${list}.` : `Có phải “${near}”?`}`;
}

function wrongValue(option: string, language: Language): string {
  const takes = (OPTIONS as Readonly<Record<string, { readonly type: string } | undefined>>)[option.slice(2)]?.type === "string";
  if (language === "en") return takes ? `“${option}” wants a value behind it.` : `The option “${option}” takes no value.`;
  return takes
    ? `Sau “${option}” phải có giá trị, ví dụ “${option} ${EXAMPLES.get(option) ?? "…"}”.`
    : `Tùy chọn “${option}” không nhận giá trị.`;
}

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["--template", "nq-20-duk-2024"],
  ["--units", "don-vi.csv"],
  ["--period", "2024-H1"],
  ["--set", "han_nop=2024-07-05"],
  ["--out", "ket-qua.xlsx"],
  ["--control", "so-tong-hop.xlsx"],
  ["--previous", "tong-hop-ky-truoc.xlsx"],
  ["--returns", "tra-lai"],
  ["--lang", "en"],
]);
