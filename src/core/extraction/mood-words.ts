// Tables of words that tell a target from a result: in headings, and inside sentences.
import { looseWords, phrases } from "./phrases.js";

/** What a passage speaks of: levels to reach, results reached, or tasks without either. */
export type Mood = "target" | "result" | "plain";

/** The first of these in a heading decides its mood: "Kết quả thực hiện chỉ tiêu" tells results, "Chỉ tiêu và giải pháp" sets targets. */
export const HEADING = phrases<Mood>(
  {
    "chỉ tiêu": "target",
    "mục tiêu": "target",
    "mục tiên": "target",
    "phấn đấu": "target",
    "kế hoạch năm": "target",
    "đến năm": "target",
    "đến hết năm": "target",
    "tình hình": "result",
    "kết quả": "result",
    "đánh giá": "result",
    "thực trạng": "result",
    "hạn chế": "result",
    "đặc điểm": "result",
    "kiểm điểm": "result",
    "nguyên nhân": "result",
    "bài học": "result",
    "ưu điểm": "result",
    "khuyết điểm": "result",
    "thuận lợi": "result",
    "khó khăn": "result",
    "thành tựu": "result",
    "thành tích": "result",
    "nhìn lại": "result",
    "sơ kết": "result",
    "sự cần thiết": "result",
    "bối cảnh": "result",
    "mục đích": "plain",
    "nhiệm vụ": "plain",
    "giải pháp": "plain",
    "phương hướng": "plain",
    "quan điểm": "plain",
    "tổ chức thực hiện": "plain",
    "nội dung": "plain",
    "kinh phí": "plain",
    "tiến độ": "plain",
  },
  "loose",
);

/** Where the list of receivers starts, nothing is a target until the next heading. */
export const CLOSING = looseWords("nơi nhận");

/**
 * How a cue in a sentence moves it: `past` colours the sentences after it too, `never` beats everything in its clause, `set` ("chỉ tiêu Đại hội
 * đề ra") is an aim unless the sentence tells a result.
 */
export type Cue = "target" | "aim" | "set" | "weak-target" | "result" | "past" | "never";

/** Cues in running text. The last one before a number counts. `aim` ends what past sentences carried on, `weak-target` does not. */
export const CUE = phrases<Cue>(
  {
    "phấn đấu": "target",
    "mục tiêu": "aim",
    "mục tiên": "aim",
    "chỉ tiêu": "weak-target",
    "đề ra": "set",
    "đặt ra": "set",
    "đề ra chỉ tiêu": "aim",
    "đề ra mục tiêu": "aim",
    "đề ra các": "aim",
    "đề ra một số": "aim",
    "đặt ra chỉ tiêu": "aim",
    "đặt ra mục tiêu": "aim",
    "đã đề ra": "target",
    "đã đặt ra": "target",
    "đã thông qua": "target",
    "đã xác định": "target",
    "bảo đảm": "weak-target",
    "đảm bảo": "weak-target",
    phải: "weak-target",
    "yêu cầu": "weak-target",
    cần: "weak-target",
    "thông qua nghị quyết": "aim",
    "nhiệm kỳ mới": "aim",
    "nhiệm kỳ tới": "aim",
    "năm tới": "aim",
    "thời gian tới": "weak-target",
    "được giao": "aim",
    "giao chỉ tiêu": "target",
    "quyết tâm": "weak-target",
    "dự kiến": "weak-target",
    "định hướng": "weak-target",
    "tầm nhìn": "weak-target",
    nhằm: "weak-target",
    đã: "result",
    "đã qua đào tạo": "weak-target",
    "năm qua": "past",
    "nhờ đó": "past",
    "nhờ vậy": "past",
    "kết quả qua": "past",
    "kết quả sau": "past",
    "năm vừa qua": "past",
    "nhiệm kỳ vừa qua": "past",
    "giai đoạn vừa qua": "past",
    "phấn đấu đạt và vượt": "target",
    "đạt và vượt": "past",
    "đạt, vượt": "past",
    "hoàn thành và vượt": "past",
    "hoàn thành, vượt": "past",
    "cơ bản đạt": "result",
    "cơ bản đạt và vượt": "past",
    "đều đạt": "result",
    "đều vượt": "result",
    "nhiệm kỳ qua": "past",
    "thời gian qua": "past",
    "những năm qua": "past",
    "giai đoạn qua": "past",
    "vừa qua": "result",
    "đến nay": "result",
    "hiện nay": "result",
    "hiện có": "result",
    "hiện tại": "result",
    "hiện trạng": "result",
    "hiện còn": "result",
    "vẫn còn": "result",
    "trước đó": "past",
    "trước đây": "past",
    "ước đạt": "result",
    "ước thực hiện": "result",
    "ước thu": "result",
    "lũy kế": "result",
    "kết quả đạt được": "result",
    "đạt được những": "result",
    "đạt được nhiều": "result",
    "đạt nhiều kết quả": "result",
    "tính đến ngày": "result",
    "tham dự": "result",
    "ghi nhận": "result",
    "vượt chỉ tiêu": "result",
    "vượt kế hoạch": "result",
    "hoàn thành toàn bộ": "result",
    "đại hội bầu": "result",
    "đã bầu": "result",
    "bầu ban": "result",
    "bầu đoàn": "result",
    "đại biểu tán thành": "never",
    "phiếu tán thành": "never",
    "đại biểu biểu quyết": "never",
    "kinh phí thực hiện": "never",
    "tổng kinh phí": "never",
    "dự toán kinh phí": "never",
    "nhu cầu kinh phí": "never",
    "kinh phí hỗ trợ": "never",
    "tổng nguồn vốn": "never",
    "tổng mức đầu tư": "never",
    "chỉ đạt": "never",
    "chỉ mới đạt": "never",
    "mới đạt": "never",
    "chỉ có thể": "never",
    "khả năng chỉ": "never",
    "khả năng sẽ": "never",
    "chưa đạt": "never",
    "không đạt": "never",
    "không hoàn thành": "never",
    "nếu không": "never",
  },
  "loose",
);

/** "đã" before these tells no result: "lao động đã qua đào tạo", "thuế đã lập sổ", "đã được giao". */
export const DONE_ONLY_IN_FORM = looseWords(`
  đã qua | đã lập | đã được giao | đã giao | đã đăng ký | đã ban hành | đã cam kết | đã phê duyệt | đã được phê duyệt |
  đã xuống cấp | đã ký | đã công bố | đã nghỉ hưu | đã tốt nghiệp | đã duyệt | đã được duyệt | đã ghi | đã nêu |
  đã được công nhận | chứng chỉ | được bảo đảm | được đảm bảo | đã được cấp | đã được đầu tư | đã có hiệu lực |
  đã đến hạn | đã trúng tuyển | đã đóng | đã triển khai
`);

/** A noun, not the verb of a target: "sự nỗ lực, phấn đấu của cán bộ". */
export const EFFORT_OF = looseWords(`
  tổng mức đầu tư toàn xã hội | tổng mức đầu tư phát triển | phấn đấu của | mục tiêu của | tinh thần phấn đấu | quá trình phấn đấu | sự phấn đấu
`);
