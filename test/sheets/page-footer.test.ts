// The footer of a printed form: in the middle the unit, whatever its name holds.
import assert from "node:assert/strict";
import { footer } from "../../src/sheets/page-footer.js";

/** What stands in the middle, behind the code of its letters. */
function middle(name: string | null): string {
  const [, shown] = /&C&"Times New Roman,Regular"&9(.*)&R&"Times/su.exec(footer("BC-NQ20 – năm 2024", name))!;
  return shown!;
}

describe("sheets/page-footer", () => {
  it("names the unit, and the file where there is no name", () => {
    assert.equal(middle("Đảng bộ Sở Y tế"), "Đảng bộ Sở Y tế");
    assert.equal(middle(null), "&F");
    assert.equal(middle(" \n "), "&F");
  });

  it("takes nothing of a name for a code: neither & nor a number at its beginning", () => {
    assert.equal(middle("Phòng R&D và&\tPhát triển"), "Phòng R&&D và&& Phát triển");
    assert.equal(middle("27/7 – Hội Chữ thập đỏ"), " 27/7 – Hội Chữ thập đỏ");
    assert.match(footer("2 & 3"), /^&L&"Times New Roman,Regular"&9 2 && 3&C/u);
  });

  it("cuts a long name between words, one without gaps anywhere, and stays within what Excel keeps", () => {
    const long = "Đảng bộ Liên đoàn Quy hoạch và Điều tra Tài nguyên nước miền Trung và Tây Nguyên";
    assert.equal(middle(long), "Đảng bộ Liên đoàn Quy hoạch và Điều tra Tài nguyên nước miền Trung…");
    assert.equal([...middle("Ổ".normalize("NFD").repeat(90))].length, 70);
    const full = footer("BC-NQ-LIENTICH-TONGHOP – 9 tháng đầu năm 2024", "&".repeat(90));
    assert.ok(full.length <= 255, String(full.length));
    assert.match(full, /9(?:&&){20,}…&R/u);
  });
});
