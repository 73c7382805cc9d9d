// What the pane can do in this Excel: the open workbook, saving, memory, and what it cannot do.
import type { Engine } from "../ui/engine.js";
import type { Platform } from "../ui/platform.js";
import { recall, remember } from "./memory.js";
import { openWorkbook } from "./open-workbook.js";
import { save } from "./saving.js";
import { sentences } from "./sentences.js";
import { can, keepsFilesIn, savedKinds } from "./support.js";

export function panePlatform(engine: Engine): Platform {
  return {
    kind: "pane",
    engine,
    workbook: can("floor") ? openWorkbook : null,
    files: savedKinds(),
    folders: "webkitdirectory" in document.createElement("input") && !keepsFilesIn(),
    save,
    limits: () => limits(),
    recall,
    remember,
  };
}

function limits(): string[] {
  const said = sentences();
  if (!can("floor")) return [said.belowFloor];
  const files = { all: [], workbooks: [said.noZip], none: [said.noNewWorkbook] }[savedKinds()];
  return [...(can("pageLayout") ? [] : [said.olderExcel]), ...files];
}
