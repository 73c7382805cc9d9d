// What this Excel can do, by the requirement sets that it names.
import type { SavedKinds } from "../ui/platform.js";

/** Where a part of the Excel interface came in. Office 2019 has 1.7, Office 2021 has 1.14, Office 2024 has 1.17. */
export const LEVEL = {
  /** Without it the open workbook cannot be read or written here. */
  floor: "1.7",
  validation: "1.8",
  newWorkbook: "1.8",
  gridlines: "1.8",
  readOnlyKnown: "1.8",
  filter: "1.9",
  indent: "1.9",
  pageLayout: "1.9",
  quietScreen: "1.9",
  oneUndo: "1.20",
} as const;

export type Ability = keyof typeof LEVEL;

/** True when this Excel has it. */
export function can(ability: Ability): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", LEVEL[ability]);
}

/** What this Excel lets a pane hand over. */
export function savedKinds(): SavedKinds {
  if (!keepsFilesIn()) return "all";
  return can("newWorkbook") ? "workbooks" : "none";
}

/** True on Mac, iPad and iPhone, where a pane may not hand over files. */
export function keepsFilesIn(): boolean {
  const { platform } = Office.context;
  return platform === Office.PlatformType.Mac || platform === Office.PlatformType.iOS;
}
