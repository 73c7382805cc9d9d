// Mending pages: running heads and page numbers, words across lines.
import assert from "node:assert/strict";
import { htmlText } from "../../src/document/docx.js";
import { textOfPages } from "../../src/document/mend.js";
import { linesOf } from "../../src/document/pdf.js";

describe("mending the text of pages", () => {
  it("drops a line that stands at the top of most pages, whatever its number", () => {
    const pages = [1, 2, 3].map((n) => [
      `BÁO TỈNH - trang ${String(n)}`,
      `Nội dung ${"abc"[n - 1]!}`,
      "giữa trang",
      "dòng cuối cùng khác nhau " + "xyz"[n - 1]!,
    ]);
    assert.doesNotMatch(textOfPages(pages), /BÁO TỈNH/u);
    assert.match(textOfPages(pages), /Nội dung b/u);
  });

  it("keeps a repeated line inside the page, and a line that stands on one page only", () => {
    const pages = [1, 2, 3].map((n) => [
      `a${"xyz"[n - 1]!}`,
      `b${"xyz"[n - 1]!}`,
      "- Lưu văn phòng.",
      `c${"xyz"[n - 1]!}`,
      `d${"xyz"[n - 1]!}`,
    ]);
    assert.equal(textOfPages(pages).split("- Lưu văn phòng.").length, 4);
  });

  it("drops page numbers at the edges: 7, - 7 -, Trang 7/12; a year in the text stays", () => {
    assert.equal(
      textOfPages([
        ["7", "một"],
        ["- 8 -", "hai"],
        ["Trang 9/12", "ba"],
      ]),
      "một\n\nhai\n\nba",
    );
    assert.equal(textOfPages([["a", "b", "2031", "c", "d"]]), "a\nb\n2031\nc\nd");
  });

  it("joins what a soft hyphen cut and keeps a hyphen that is a word's own", () => {
    assert.equal(textOfPages([["phát tri\u00ad", "ển xã hội-", "chính trị"]]), "phát triển xã hội-chính trị");
  });
});

describe("lines of a PDF page", () => {
  const piece = (text: string, x: number, y: number, width: number) => ({ text, x, y, width, height: 12 });

  it("joins pieces on one base line, with a space where there is room", () => {
    assert.deepEqual(
      linesOf([piece("Đảng", 0, 700, 30), piece("bộ", 36, 700, 12), piece("xã", 48.2, 700.5, 12), piece("II.", 0, 680, 12)]),
      ["Đảng bộxã", "II."],
    );
  });

  it("leaves out empty pieces", () => {
    assert.deepEqual(linesOf([piece(" ", 0, 700, 4), piece("", 0, 690, 0)]), []);
  });
});

describe("text of Word's paragraphs", () => {
  it("numbers lists, marks bullets, raises footnotes", () => {
    const html =
      '<ol><li>Một</li><li>Hai<ul><li>con</li></ul></li></ol><p>toàn xã<sup><a href="#footnote-1">[1]</a></sup></p><ol><li id="footnote-1"><p> Theo điều tra <a href="#r">↑</a></p></li></ol>';
    assert.equal(htmlText(html), "1. Một\n2. Hai\n- con\ntoàn xã¹\n\n¹  Theo điều tra");
  });
});
