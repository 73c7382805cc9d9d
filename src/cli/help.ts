// What `--help` prints, in Vietnamese and English.

export type HelpTopic = "tonghop" | "init" | "describe" | "targets" | "forms" | "check" | "consolidate" | "summary" | "demo";

interface HelpText {
  readonly vi: string;
  readonly en: string;
}

const STATUS_VI = `Mã kết thúc: 0 mọi tệp được nhận; 1 đã xong nhưng có tệp bị gửi trả hoặc tạm giữ; 2 dùng sai hoặc không làm được gì.`;
const STATUS_EN = `Exit status: 0 every file accepted; 1 done, but some file was rejected or held; 2 misuse or nothing could be done.`;

export const HELP: Readonly<Record<HelpTopic, HelpText>> = {
  tonghop: {
    vi: `tonghop: theo dõi chỉ tiêu nghị quyết bằng Excel

  tonghop init         tạo sổ tổng hợp từ một nghị quyết và danh sách đơn vị
  tonghop describe     xem nội dung của sổ tổng hợp hoặc của một mẫu có sẵn
  tonghop targets      đọc chỉ tiêu từ văn bản nghị quyết, lập sổ dự thảo
  tonghop forms        tạo biểu mẫu cho từng đơn vị
  tonghop check        đối chiếu báo cáo đã nộp, không tổng hợp
  tonghop consolidate  tổng hợp mọi báo cáo thành một sổ
  tonghop summary      xuất báo cáo tổng hợp cho lãnh đạo
  tonghop demo         làm thử cả quy trình với số liệu giả định

  tonghop LỆNH --help  hướng dẫn và ví dụ của từng lệnh
  --lang en            in tiếng Anh
${STATUS_VI}`,
    en: `tonghop: monitor the numeric targets of a resolution with Excel

  tonghop init         make the control workbook from a resolution and a list of units
  tonghop describe     show what a control workbook or a built-in template holds
  tonghop targets      read the targets out of a resolution, draft a control workbook
  tonghop forms        make one form for each unit
  tonghop check        check returned reports without consolidating
  tonghop consolidate  merge all reports into one workbook
  tonghop summary      export the summary for leaders
  tonghop demo         try the whole job with made-up figures

  tonghop VERB --help  help and examples of a verb
  --lang en            print English
${STATUS_EN}`,
  },
  init: {
    vi: `tonghop init --template <mã mẫu | tệp.json> --units <đơn vị.csv | .xlsx> --period <kỳ> [--set khóa=giá trị…] --out <sổ.xlsx>

Tạo sổ tổng hợp. Danh sách đơn vị có các cột Mã, Tên, Loại, Cấp trên, Tên khác, Email; chỉ Mã và Tên là bắt buộc.
Kỳ: 2024-Q1 (quý), 2024-H1 (6 tháng), 2024-9M (9 tháng), 2024 (năm).

Ví dụ:
  tonghop init --template nq-20-duk-2024 --units don-vi.csv --period 2024-H1 --set han_nop=2024-07-05 --out so-tong-hop.xlsx`,
    en: `tonghop init --template <id | file.json> --units <units.csv | .xlsx> --period <id> [--set key=value…] --out <control.xlsx>

Makes the control workbook. The list of units has the columns code, name, kind, parent, aliases, email; only code and name are needed.
Periods: 2024-Q1 (quarter), 2024-H1 (six months), 2024-9M (nine months), 2024 (year).

Example:
  tonghop init --template nq-20-duk-2024 --units units.csv --period 2024-H1 --set due=2024-07-05 --out control.xlsx`,
  },
  describe: {
    vi: `tonghop describe <sổ.xlsx> | --template <mã mẫu> [--json]

In nghị quyết, kỳ, đơn vị, số liệu, chỉ tiêu và quy tắc.

Ví dụ:
  tonghop describe so-tong-hop.xlsx
  tonghop describe --template nq-lam-dong-2024 --json`,
    en: `tonghop describe <control.xlsx> | --template <id> [--json]

Prints the resolution, the period, units, fields, targets and rules.

Examples:
  tonghop describe control.xlsx
  tonghop describe --template nq-lam-dong-2024 --json`,
  },
  targets: {
    vi: `tonghop targets <nghị quyết.docx | .pdf | .txt | -> [--out <sổ.xlsx>] [--units <đơn vị.csv>] [--period <kỳ>] [--set khóa=giá trị…] [--json]

Đọc các chỉ tiêu bằng số trong văn bản, kèm câu gốc. Với --out, lập sổ tổng hợp dự thảo để người phụ trách xem lại từng dòng trong Excel
rồi tạo biểu mẫu. Bản scan không có lớp chữ thì không đọc được.

Ví dụ:
  tonghop targets nghi-quyet.docx
  tonghop targets nghi-quyet.txt --units don-vi.csv --period 2024 --out so-tong-hop.xlsx`,
    en: `tonghop targets <resolution.docx | .pdf | .txt | -> [--out <control.xlsx>] [--units <units.csv>] [--period <id>] [--set key=value…] [--json]

Reads the numeric targets of a document, each with its sentence. With --out it drafts a control workbook for a person to go through in
Excel before forms are made. A scan without a text layer cannot be read.

Examples:
  tonghop targets resolution.docx
  tonghop targets resolution.txt --units units.csv --period 2024 --out control.xlsx`,
  },
  forms: {
    vi: `tonghop forms <sổ.xlsx> --out <thư mục | tệp.zip> [--previous <tổng hợp kỳ trước.xlsx>] [--overwrite]

Tạo một biểu mẫu cho mỗi đơn vị. Biểu mẫu đã có trong thư mục mà khác nội dung thì được giữ nguyên và lệnh dừng lại, trừ khi có --overwrite.

Ví dụ:
  tonghop forms so-tong-hop.xlsx --out bieu-mau
  tonghop forms so-tong-hop.xlsx --out bieu-mau.zip`,
    en: `tonghop forms <control.xlsx> --out <dir | file.zip> [--previous <consolidated.xlsx>] [--overwrite]

Makes one form for each unit. A form that already exists with other content is kept and the command stops, unless --overwrite is given.

Examples:
  tonghop forms control.xlsx --out forms
  tonghop forms control.xlsx --out forms.zip`,
  },
  check: {
    vi: `tonghop check [--control <sổ.xlsx>] <tệp | thư mục | zip>… [--json]

Đối chiếu từng báo cáo: sai sót phải sửa, và kết quả so với chỉ tiêu. Không có --control thì dùng định nghĩa nằm trong chính báo cáo.
${STATUS_VI}

Ví dụ:
  tonghop check --control so-tong-hop.xlsx da-nop
  tonghop check DV0001_BC_2024.xlsx --json`,
    en: `tonghop check [--control <control.xlsx>] <file | dir | zip>… [--json]

Checks each report: findings to be fixed, and verdicts against the targets. Without --control the definition inside the report is used.
${STATUS_EN}

Examples:
  tonghop check --control control.xlsx returned
  tonghop check DV0001_BC_2024.xlsx --json`,
  },
  consolidate: {
    vi: `tonghop consolidate <sổ.xlsx> <tệp | thư mục | zip>… --out <tổng hợp.xlsx> [--previous <kỳ trước.xlsx>] [--returns <thư mục>] [--json]

Gộp mọi báo cáo thành một sổ: số tổng, kết quả từng chỉ tiêu, sai sót, đơn vị chưa gửi. Ghi chú trong sổ cũ cùng tên được giữ lại.
--returns lập phiếu trả lại cho từng đơn vị có báo cáo bị gửi trả hoặc tạm giữ. Thư mục .tonghop-cache cạnh sổ giúp lần chạy sau nhanh hơn; xóa lúc nào cũng được.
${STATUS_VI}

Ví dụ:
  tonghop consolidate so-tong-hop.xlsx da-nop --out tong-hop.xlsx`,
    en: `tonghop consolidate <control.xlsx> <file | dir | zip>… --out <consolidated.xlsx> [--previous <consolidated.xlsx>] [--returns <dir>] [--json]

Merges all reports into one workbook: totals, verdicts, findings, who is missing. Notes in an older workbook of that name are kept.
--returns makes a letter for each unit whose report was rejected or held. The folder .tonghop-cache beside the workbook makes the next run faster; delete it at any time.
${STATUS_EN}

Example:
  tonghop consolidate control.xlsx returned --out consolidated.xlsx`,
  },
  summary: {
    vi: `tonghop summary <tổng hợp.xlsx> --out <báo cáo.xlsx> [--json]

Xuất báo cáo tổng hợp cho lãnh đạo từ sổ đã tổng hợp.

Ví dụ:
  tonghop summary tong-hop.xlsx --out bao-cao.xlsx`,
    en: `tonghop summary <consolidated.xlsx> --out <summary.xlsx> [--json]

Exports the summary for leaders from a consolidated workbook.

Example:
  tonghop summary consolidated.xlsx --out summary.xlsx`,
  },
  demo: {
    vi: `tonghop demo [--units N] [--out thư mục]

Làm thử cả quy trình trên một nghị quyết thật với số liệu giả định: tạo sổ, biểu mẫu, điền, đối chiếu, tổng hợp, xuất báo cáo.

Ví dụ:
  tonghop demo --units 60 --out demo-ket-qua`,
    en: `tonghop demo [--units N] [--out dir]

The whole job on a real resolution with made-up figures: control workbook, forms, filling, checking, consolidation, summary.

Example:
  tonghop demo --units 60 --out demo-ket-qua`,
  },
};
