// Small combinators over tokens, and tables of phrases: the pieces that every rule of the grammar is made of.
import type { Token } from "./tokens.js";
import { tokenize } from "./tokens.js";

/** What a rule read, and the token after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

/** A rule: reads at a token, or gives null and has read nothing. */
export type Rule<T> = (tokens: readonly Token[], at: number) => Read<T> | null;

interface Entry<T> {
  readonly norms: readonly string[];
  readonly bares: readonly string[];
  readonly value: T;
}

/** Tokens that open a phrase must match exactly; `loose` lets phrases of two words or more match without marks ("phân đâu"). */
export type Spelling = "exact" | "loose";

/**
 * A rule that reads the longest phrase of a table: `phrases({ "ít nhất": ">=" })` reads "Ít nhất" and gives ">=".
 */
export function phrases<T>(table: Readonly<Record<string, T>>, spelling: Spelling = "exact"): Rule<T> {
  const byNorm = new Map<string, Entry<T>[]>();
  const byBare = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of Object.entries(table)) {
    const words = tokenize(phrase);
    const entry = { norms: words.map((t) => t.norm), bares: words.map((t) => t.bare), value };
    push(byNorm, entry.norms[0]!, entry);
    if (spelling === "loose" && words.length > 1) push(byBare, entry.bares[0]!, entry);
  }
  return (tokens, at) => {
    const token = tokens[at];
    if (token === undefined) return null;
    const exact = byNorm.get(token.norm);
    const found = exact === undefined ? null : longest(exact, tokens, at, "norm");
    if (found !== null || byBare.size === 0) return found;
    const loose = byBare.get(token.bare);
    return loose === undefined ? null : longest(loose, tokens, at, "bare");
  };
}

function push<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else {
    list.push(entry);
    list.sort((a, b) => b.norms.length - a.norms.length);
  }
}

function longest<T>(list: readonly Entry<T>[], tokens: readonly Token[], at: number, key: "norm" | "bare"): Read<T> | null {
  for (const entry of list) {
    const words = key === "norm" ? entry.norms : entry.bares;
    let i = 0;
    while (i < words.length && tokens[at + i]?.[key] === words[i]) i++;
    if (i === words.length) return { value: entry.value, next: at + i };
  }
  return null;
}

/** A table of phrases that mean themselves: `words("năm", "tháng")`, or one text with bars between: `words("năm | tháng")`. */
export function words(...list: readonly string[]): Rule<string> {
  return phrases(themselves(list));
}

/** As `words`, tolerant of lost marks in phrases of two words or more. */
export function looseWords(...list: readonly string[]): Rule<string> {
  return phrases(themselves(list), "loose");
}

function themselves(list: readonly string[]): Record<string, string> {
  const all = list.flatMap((text) => text.split("|")).map((word) => word.trim().replace(/\s+/gu, " "));
  return Object.fromEntries(all.map((word) => [word, word]));
}

/** The first rule of several that reads. */
export function either<T>(...rules: readonly Rule<T>[]): Rule<T> {
  return (tokens, at) => {
    for (const rule of rules) {
      const read = rule(tokens, at);
      if (read !== null) return read;
    }
    return null;
  };
}

/** Reads the rule as often as it goes, at most `limit` times. */
export function many<T>(rule: Rule<T>, limit = 6): (tokens: readonly Token[], at: number) => Read<readonly T[]> {
  return (tokens, at) => {
    const values: T[] = [];
    let next = at;
    for (let read = rule(tokens, next); read !== null && values.length < limit; read = rule(tokens, next)) {
      values.push(read.value);
      next = read.next;
    }
    return { value: values, next };
  };
}

/** The token after what the rule reads at `at`, or `at` itself. */
export function skip(rule: Rule<unknown>, tokens: readonly Token[], at: number): number {
  return rule(tokens, at)?.next ?? at;
}

/** Where in the span a phrase of the rule stands first, or null. Looks at most `limit` tokens far. */
export function find<T>(
  rule: Rule<T>,
  tokens: readonly Token[],
  from: number,
  to: number,
  limit = 400,
): (Read<T> & { at: number }) | null {
  for (let at = from; at < Math.min(to, from + limit); at++) {
    const read = rule(tokens, at);
    if (read !== null && read.next <= to) return { ...read, at };
  }
  return null;
}

/** The read of a phrase that ends exactly before `to`, or null. */
export function endingAt<T>(
  rule: Rule<T>,
  tokens: readonly Token[],
  from: number,
  to: number,
  longestPhrase = 4,
): (Read<T> & { at: number }) | null {
  for (let at = Math.max(from, to - longestPhrase); at < to; at++) {
    const read = rule(tokens, at);
    if (read !== null && read.next === to) return { ...read, at };
  }
  return null;
}
