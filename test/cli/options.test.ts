// Options that the command line does not know, or that are typed wrong, are told in the person's language.
import assert from "node:assert/strict";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";

describe("cli/options", function () {
  this.timeout(60_000);
  let cwd: string;
  before(() => {
    build();
    cwd = temporaryFolder();
  });
  after(() => removeFolder(cwd));

  const said = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = tonghop(cwd, words);
    assert.deepEqual([status, stdout], [2, ""]);
    return stderr.trim();
  };

  it("offer the nearest option for an unknown one", () => {
    assert.equal(
      said("forms", "so.xlsx", "--ouput", "x"),
      "Không có tùy chọn “--ouput”. Có phải “--out”? Xem “tonghop forms --help”.",
    );
    assert.match(said("--xyzabcdef"), /^Không có tùy chọn “--xyzabcdef”\. Các tùy chọn: --template, .*Xem “tonghop --help”\.$/u);
    assert.equal(
      said("forms", "--lang", "en", "--ouput", "x"),
      "There is no option “--ouput”. Did you mean “--out”? See “tonghop forms --help --lang en”.",
    );
  });

  it("say that a value is missing, or that there is none to give", () => {
    assert.match(said("forms", "so.xlsx", "--out"), /^Sau “--out” phải có giá trị, ví dụ “--out .*”\./u);
    assert.match(said("forms", "so.xlsx", "--out", "--json"), /^Sau “--out” phải có giá trị/u);
    assert.match(said("check", "--json=1", "x.xlsx"), /^Tùy chọn “--json” không nhận giá trị\./u);
    assert.match(said("check", "--json=1", "--lang=en"), /^The option “--json” takes no value\./u);
  });
});
