// Numbers of the form's rows: what belongs together is numbered together.
import assert from "node:assert/strict";
import type { Field } from "../../src/core/definition/field.js";
import type { Target } from "../../src/core/definition/target.js";
import { formOutline } from "../../src/sheets/form-outline.js";
import { fieldOf, targetOf } from "../helpers/formula-definition.js";

/** Number, depth and id of each row. */
function shown(fields: readonly Field[], targets: readonly Target[]): string[] {
  return formOutline({ fields, targets, lists: [], rules: [] }).flatMap((row) => {
    if (row.kind === "target") return [`${row.number} ${row.target.id}${row.input === null ? "" : ` = ${row.input.id}`}`];
    return row.kind === "field" ? [`${row.number} ${"> ".repeat(row.depth)}${row.field.id}`] : [];
  });
}

const part = (id: string): Field => fieldOf(id, { label: `Trong đó: ${id}` });
const RATED = [fieldOf("da_xep_loai"), part("xuat_sac"), part("tot"), part("hoan_thanh"), part("khong"), fieldOf("tong_so")];

describe("sheets/form-outline", () => {
  it("numbers all parts of a whole beneath it, also those that the target does not use", () => {
    assert.deepEqual(shown(RATED, [targetOf("dat_tot", "(xuat_sac+tot)/da_xep_loai")]), [
      "1 dat_tot",
      "1.1 > da_xep_loai",
      "1.1.1 > > xuat_sac",
      "1.1.2 > > tot",
      "1.1.3 > > hoan_thanh",
      "1.1.4 > > khong",
      "2 tong_so",
    ]);
  });

  it("keeps parts with their whole when several targets use it, or none", () => {
    const alone = ["1 da_xep_loai", "1.1 > xuat_sac", "1.2 > tot", "1.3 > hoan_thanh", "1.4 > khong"];
    assert.deepEqual(shown(RATED, []), [...alone, "2 tong_so"]);
    const two = [targetOf("dat_2025", "(xuat_sac+tot)/da_xep_loai"), targetOf("dat_2030", "xuat_sac/da_xep_loai")];
    assert.deepEqual(shown(RATED, two).slice(0, 5), alone);
  });

  it("numbers the parts of a target's own figure beneath the target, before its other rows", () => {
    const fields = [fieldOf("ket_nap"), part("hoc_sinh"), part("nong_dan")];
    const targets = [targetOf("ket_nap_moi", "ket_nap"), targetOf("ket_nap_hoc_sinh", "hoc_sinh", { parent: "ket_nap_moi" })];
    assert.deepEqual(shown(fields, targets), ["1 ket_nap_moi = ket_nap", "1.1 > nong_dan", "1.2 ket_nap_hoc_sinh = hoc_sinh"]);
  });

  it("takes no part across sections, of what is no number, or of other words that begin alike", () => {
    const fields = [
      fieldOf("ten", { type: "text" }),
      part("mot"),
      fieldOf("hai", { section: "B" }),
      fieldOf("ba", { label: "Trong đóng góp", section: "B" }),
      fieldOf("bon", { label: "Trong đó: bốn", section: "C" }),
    ];
    assert.deepEqual(shown(fields, []), ["1 ten", "2 mot", "1 hai", "2 ba", "1 bon"]);
  });
});
