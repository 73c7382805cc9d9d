// Check: every row of a list has its required columns, and its numbers lie within their bounds.
import type { List } from "../../definition/field.js";
import { columnName } from "../../definition/field.js";
import type { ListRow } from "../../figure/figures.js";
import type { Finding } from "../../finding.js";
import { finding } from "../../finding.js";
import { listPlace } from "../submission.js";
import { appliesToKind } from "../../text.js";
import type { CheckedForm } from "./checked-form.js";
import { placeOf } from "./checked-form.js";
import { brokenBound } from "./range.js";

export function checkLists(form: CheckedForm): readonly Finding[] {
  const lists = form.definition.lists.filter((list) => appliesToKind(list.appliesTo, form.unit.kind));
  return lists.flatMap((list) => {
    const rows = form.submission.figures.lists.get(list.id) ?? [];
    return rows.flatMap((row, index) => checkRow(form, list, row, index));
  });
}

function checkRow(form: CheckedForm, list: List, row: ListRow, index: number): readonly Finding[] {
  return list.columns.flatMap((column) => {
    const key = listPlace(list.id, index, column.id);
    const data = { label: column.label, list: list.label, row: index + 1 };
    const facts = { unit: form.unit.code, field: columnName(list, column), ...placeOf(form, key), data };
    const value = row.get(column.id) ?? null;
    if (value === null || value === "") {
      const missing = column.required && !form.submission.unreadable?.has(key);
      return missing ? [finding("list/column-blank", "error", facts)] : [];
    }
    const broken = brokenBound(column, value);
    return broken === null ? [] : [finding(broken.code, "error", { ...facts, found: broken.found, expected: broken.bound })];
  });
}
