// Settings of `init --set key=value`: properties of the sheet Thông tin set from the command line.
import { INFO_ITEMS, infoItemOf, settingKey, type InfoItem } from "./control-info.js";
import { cleanText } from "./control-entry.js";
import { readDay } from "../figure/date.js";
import type { Definition } from "../definition/definition.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";
import { nearest } from "../text.js";

/** The period is chosen by its own option. */
const SETTINGS = INFO_ITEMS.filter((item) => item.path !== "period.id");

/** The keys that `--set` knows, Vietnamese first: `han_nop` and `due`. */
export const SETTING_KEYS: readonly string[] = SETTINGS.flatMap((item) => [settingKey(item), item.also[0]!]);

/**
 * Sets properties of a definition by key, Vietnamese (`han_nop`) or English (`due`); days as `31/12/2025` or `2025-12-31`; an empty value
 * clears what may be blank. Of a definition without a period, properties of the period stay as they are.
 * @returns the definition with every good setting, and an error for each other
 */
export function applySettings<D extends Definition>(
  definition: D,
  pairs: readonly (readonly [key: string, value: string])[],
): { definition: D; findings: Finding[] } {
  const findings: Finding[] = [];
  let result: Definition = definition;
  for (const [key, value] of pairs) {
    const item = infoItemOf(key, SETTINGS);
    if (item === null) {
      findings.push(unknownSetting(key));
      continue;
    }
    const read = settingValue(item, value);
    if (read === undefined)
      findings.push(
        finding("control/setting-value", "error", { found: value, data: { key, day: item.kind === "day" ? "day" : null } }),
      );
    else result = item.put(result, read);
  }
  return { definition: result as D, findings };
}

/** The value as kept; null when blank; undefined when it cannot be used. */
function settingValue(item: InfoItem, value: string): string | null | undefined {
  const text = cleanText(value);
  if (text === "") return item.needed ? undefined : null;
  return item.kind === "day" ? (readDay(text) ?? undefined) : text;
}

function unknownSetting(key: string): Finding {
  const keys = SETTINGS.map((item) => `${settingKey(item)} (${item.also[0]!})`).join(", ");
  return finding("control/setting-unknown", "error", { found: key, data: { keys, near: nearest(key, SETTING_KEYS) } });
}
