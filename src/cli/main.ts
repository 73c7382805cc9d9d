// Entry of the command line: which verb, which options, which language; the work is in commands.ts.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { nearest } from "../core/text.js";
import type { Arguments, Command } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { HELP } from "./help.js";
import { CommandError } from "./node-files.js";
import { OPTIONS, optionProblem } from "./options.js";

type Language = "vi" | "en";

/**
 * Runs one command line.
 * @param words what was typed after the program's name
 * @returns the exit status: 0, 1 or 2 (design: the command line)
 */
export async function main(words: readonly string[]): Promise<number> {
  const language: Language = words.join(" ").match(/--lang[= ]en\b/) ? "en" : "vi";
  try {
    return await dispatch(words, language);
  } catch (problem) {
    const text = problem instanceof CommandError ? problem.message : optionProblem(problem, words, language);
    if (text === null) throw problem;
    process.stderr.write(`${text}\n`);
    return 2;
  }
}

async function dispatch(words: readonly string[], language: Language): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  const [verb, ...files] = positionals;
  if (values.version === true) return print(version());
  if (verb === undefined) return help("tonghop", language, values.help === true ? 0 : 2);
  const command = (COMMANDS as Readonly<Record<string, Command | undefined>>)[verb];
  if (command === undefined || !(verb in HELP)) throw unknownVerb(verb, language);
  if (values.help === true) return help(verb as keyof typeof HELP, language, 0);
  const given: Arguments = {
    files,
    language,
    template: values.template ?? null,
    units: values.units ?? null,
    period: values.period ?? null,
    settings: values.set ?? [],
    out: values.out ?? null,
    control: values.control ?? null,
    previous: values.previous ?? null,
    returns: values.returns ?? null,
    overwrite: values.overwrite === true,
    json: values.json === true,
  };
  return command(given);
}

function help(topic: keyof typeof HELP, language: Language, status: number): number {
  (status === 0 ? process.stdout : process.stderr).write(`${HELP[topic][language]}\n`);
  return status;
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function unknownVerb(verb: string, language: Language): CommandError {
  const near = nearest(verb, Object.keys(COMMANDS));
  const list = Object.keys(COMMANDS).join(", ");
  return new CommandError(
    language === "vi"
      ? `Không có lệnh “${verb}”.${near === null ? "" : ` Có phải “${near}”?`} Các lệnh: ${list}. Xem “tonghop --help”.`
      : `There is no verb “${verb}”.${near === null ? "" : ` Did you mean “${near}”?`} Verbs: ${list}. See “tonghop --help”.`,
  );
}

process.exitCode = await main(process.argv.slice(2));
