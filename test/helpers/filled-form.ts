// A form with figures typed into its inputs by their names, as a unit would fill it in.
import { strict as assert } from "node:assert";
import type { Book, PageCell } from "../../src/sheets/page.js";

type Typed = PageCell["value"];

/** The book with values typed into named inputs; the first cell of a list's column gets them one below the other. */
export function filled(book: Book, values: Readonly<Record<string, Typed | readonly Typed[]>>): Book {
  const typed = new Map<string, Typed>();
  for (const [name, value] of Object.entries(values)) {
    const place = book.names.find((one) => one.name === name);
    assert.ok(place !== undefined, `no name ${name}`);
    const list = Array.isArray(value) ? (value as readonly Typed[]) : [value as Typed];
    list.forEach((one, i) => typed.set(`${place.sheet}!${String(place.area.top + i)}:${String(place.area.left)}`, one));
  }
  const pages = book.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      cells: new Map(
        [...row.cells].map(([column, cell]) => {
          const key = `${page.name}!${String(row.row)}:${String(column)}`;
          return [column, typed.has(key) ? { ...cell, value: typed.get(key)! } : cell] as const;
        }),
      ),
    })),
  }));
  return { ...book, pages };
}

/** Figures of the sample definition that break nothing. */
export const SOUND = {
  tong_dang_vien: 115,
  tong_chi_bo: 8,
  ket_nap_moi: 5,
  ket_nap_nu: 2,
  da_hoc_tap: 114,
  hinh_thuc_hoc: "Trực tiếp",
  diem_trung_binh: 8.2,
  ngay_hoc_xong: { date: "2024-03-05" },
  co_ke_hoach: "Có",
  chi_bo_cam_ket: 8,
  kinh_phi_dung: 120.5,
  to_cong_nghe: 2,
  mo_hinh_ten: ["Chi bộ số", "Dân vận khéo"],
  mo_hinh_so_nguoi: [12, 30],
} as const;

/** The book with every result of a formula left out, so that whoever opens it has to compute. */
export function withoutResults(book: Book): Book {
  const pages = book.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      cells: new Map(
        [...row.cells].map(([column, cell]) => [column, cell.formula === undefined ? cell : { ...cell, value: null }] as const),
      ),
    })),
  }));
  return { ...book, pages };
}
