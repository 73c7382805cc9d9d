// Writing a control workbook: staff work in theirs, so one that is there under the same name is kept beside the new one.
import type { RoundDefinition } from "../core/definition/definition.js";
import type { Language } from "../core/messages/index.js";
import { controlWorkbook } from "../workflow.js";
import { readBytesIfPresent, writeWhole } from "./node-files.js";
import { secondName } from "./write-whole.js";

/**
 * Writes the control workbook of a definition. A file of that name with other content stays, under a second name, which is told.
 * @throws CommandError as `writeWhole`
 */
export async function writeControlFile(out: string, definition: RoundDefinition, language: Language): Promise<void> {
  const bytes = await controlWorkbook(definition);
  const before = readBytesIfPresent(out);
  if (before !== null && Buffer.compare(before, bytes) !== 0) {
    const kept = secondName(out);
    writeWhole(kept, before);
    process.stderr.write(
      language === "vi"
        ? `Lưu ý: đã có tệp “${out}” với nội dung khác; bản cũ được giữ ở “${kept}”.\n`
        : `Note: “${out}” was there with other content; it is kept as “${kept}”.\n`,
    );
  }
  writeWhole(out, bytes);
}
