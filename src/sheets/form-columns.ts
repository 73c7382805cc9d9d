// Columns of the form's table.

export interface FormColumns {
  readonly rowCode: number;
  readonly number: number;
  readonly label: number;
  readonly measure: number;
  readonly threshold: number;
  readonly result: number;
  /** The figure of the period before; null when no target or rule uses one. */
  readonly before: number | null;
  readonly ratio: number;
  readonly verdict: number;
  readonly explanation: number;
  /** Last column that shows; the hidden ones after it hold what the form works out for itself. */
  readonly last: number;
  /** Hidden: number of the input's state. */
  readonly state: number;
  /** Hidden: number of the first rule that must hold, does not, and speaks of the input. */
  readonly broken: number;
}

/** Columns in order; `before` only when it is wanted. */
export function formColumns(before: boolean): FormColumns {
  const shift = before ? 1 : 0;
  return {
    rowCode: 1,
    number: 2,
    label: 3,
    measure: 4,
    threshold: 5,
    result: 6,
    before: before ? 7 : null,
    ratio: 7 + shift,
    verdict: 8 + shift,
    explanation: 9 + shift,
    last: 9 + shift,
    state: 10 + shift,
    broken: 11 + shift,
  };
}

/** Headings with widths in characters, from the first column on. */
export function columnHeads(
  before: boolean,
): readonly { readonly heading: string; readonly width: number; readonly hidden?: boolean }[] {
  return [
    { heading: "Mã", width: 10, hidden: true },
    { heading: "STT", width: 5.5 },
    { heading: "Nội dung", width: 48 },
    { heading: "ĐVT", width: 10 },
    { heading: "Chỉ tiêu", width: 13 },
    { heading: "Kết quả", width: 12.5 },
    ...(before ? [{ heading: "Kỳ trước", width: 10 }] : []),
    { heading: "Tỷ lệ", width: 10.5 },
    { heading: "Đánh giá", width: 19 },
    { heading: "Giải trình", width: 26.5 },
    { heading: "", width: 5, hidden: true },
    { heading: "", width: 5, hidden: true },
  ];
}
