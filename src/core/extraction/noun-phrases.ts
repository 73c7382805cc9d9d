// Where an indicator starts, where a predicate starts, and which words carry no meaning at the ends of a subject.
import type { Rule } from "./phrases.js";
import { looseWords, words } from "./phrases.js";
import type { Token } from "./tokens.js";
import { isWord } from "./tokens.js";

/** First words of indicators: what stands before "đạt 98%". */
const HEADS = looseWords(`
  tỷ lệ | tỉ lệ | tỷ trọng | tốc độ | tổng số | tổng | số lượng | số | thu nhập | mức độ | mức | chỉ số | giá trị |
  sản lượng | diện tích | năng suất | doanh thu | thu ngân sách | thu nội địa | chi ngân sách | GDP | GRDP | CPI |
  kim ngạch | tuổi thọ | điểm | dư nợ | nợ | bội chi | vốn | cơ cấu | kinh phí | độ che phủ | mật độ | quy mô |
  dân số | tăng trưởng | đóng góp | công suất | hệ số | bình quân | khu vực | lĩnh vực | nông thôn | thành thị |
  đô thị | kinh tế số | nhân lực | lao động | trẻ em | số thu | huy động | lượng khách | đàn | sĩ số | tổng mức | hộ |
  thu hút | giải ngân
`);

/** True when an indicator starts at the token. "số" before a document's number is none. */
export function isIndicatorHead(tokens: readonly Token[], at: number): boolean {
  const read = HEADS(tokens, at);
  return read !== null && tokens[read.next]?.kind === "word";
}

/** Verbs that open what a population does or undergoes: "đảng viên *được* học tập". */
const PREDICATE = looseWords(`
  được | bị | có | đạt | hoàn thành | thực hiện | xây dựng | tham gia | sử dụng | rà soát | đăng ký | tiếp tục |
  nghiêm túc | ổn định | nhanh chóng | ứng dụng | biết | phải | cam kết | ký | học tập | quán triệt | triển khai |
  ban hành | kiện toàn | bố trí | giải quyết | xử lý | cung cấp | kết nối | vận hành | duy trì | bảo đảm | đảm bảo |
  áp dụng | chấp hành | kê khai | tốt nghiệp | lên lớp | đỗ | cập nhật | công khai | nộp | thu gom | hưởng ứng |
  phát động | là | không | luôn | đều | chưa | tự | tổ chức | lập | gắn | nắm | tu dưỡng | bổ sung | cấp | giữ | nâng |
  chủ động | thường xuyên | tích cực | xếp loại
`);
/** Nouns that begin like those verbs: "tổ chức đảng", "cấp ủy". */
const NOUNS = looseWords(`
  tổ chức đảng | tổ chức cơ sở | tổ chức chính trị | tổ chức xã hội | tổ chức đoàn | tổ chức hội | tổ chức thành viên |
  tổ chức kinh tế | tổ chức trực thuộc | tổ chức tín dụng | cấp ủy | cấp uỷ | cấp xã | cấp huyện | cấp tỉnh |
  cấp cơ sở | cấp trên | cấp trưởng | cấp phó | các cấp | cấp cứu | có thẩm quyền | có liên quan | có công | giữ chức
`);

/** A predicate at a token, unless a noun begins with the same words. */
export const predicateAt: Rule<string> = (tokens, at) => {
  const before = tokens[at - 1];
  const level = isWord(tokens[at], "cấp") && (isWord(before, "các") || before?.bare === "uy");
  if (level || isWord(before, "ban", "sự", "việc") || NOUNS(tokens, at) !== null) return null;
  return PREDICATE(tokens, at);
};

/** Words that open a clause and are no part of its indicator. */
export const LEADING = looseWords(`
  phấn đấu | mục tiêu | mục tiên | chỉ tiêu | then chốt | trong đó | riêng | và | theo đó | cụ thể | cụ thể là | giữ |
  giữ vững | duy trì | bảo đảm | đảm bảo | kiểm soát | có | đạt | đạt được | với | để | cũng | ngoài ra | đồng thời |
  nhằm | hoàn thành chỉ tiêu | phải | cần | nâng | đưa | đó | là | đến | toàn | trong | ước | đặc biệt |
  nhất là | quyết tâm | hằng năm | hàng năm | mỗi năm | đối với | thì | đặt ra | đề ra | đặt mục tiêu | đã | sẽ |
  được giao | giao | yêu cầu | tập trung | tiếp tục | hết | cơ bản | ở | tại | vào | bình quân hằng năm |
  trung bình hằng năm | như | cho | thuộc | nằm trong | nằm | dự kiến | tiếp | tục | được | các | theo | chung | nêu trên | mà | nếu
`);

/** Words between an indicator and its number. */
export const LINKING = looseWords(`
  giảm còn | giảm xuống | giảm xuống còn | tăng lên | nâng lên | giảm chỉ còn | tăng lên đạt | đạt | đạt được | đạt mức | là | còn | chiếm | ở mức | mức | duy trì | ổn định | lên | xuống | đến | bằng | ước |
  ước đạt | có | từ | đạt tỷ lệ | tỷ lệ | với | duy trì ở mức | ổn định ở mức | giữ ở mức | không | xuống còn |
  chỉ còn | lên mức | cho | vào | trong | của | hơn | được | phải | cho đến | phấn đấu | phấn đấu đạt | cả | khi | và |
  trên | dưới | khoảng | theo | đạt chỉ tiêu | = | duy trì mức | thứ | được giới hạn | được giới hạn ở mức | được kiểm soát |
  được kiểm soát ở mức | gấp | cao gấp | tăng gấp | sẽ | sẽ đạt | sẽ chiếm | sẽ là
`);

/** Verbs before a number that only bring the thing about: "xây dựng 3 mô hình" is about models. */
export const BRINGING = looseWords(`
  có | đạt | xây dựng | tổ chức | hình thành | mở | đưa ra | thành lập | thành lập mới | thu hút | thu hút được |
  phấn đấu | phát triển | tạo | hoàn thành | ban hành | triển khai | thực hiện | duy trì | đầu tư | bảo đảm | đảm bảo |
  công bố | xuất bản | huy động | giữ | đăng ký | lập | ra mắt | phát hành | nhân rộng | hỗ trợ | phấn đấu có | cử |
  thực hiện ít nhất | tổ chức được | xây mới | đạt được | giữ vững | công nhận | tổ chức thực hiện | in | trao
`);

/** Quantifiers before a noun: "100% các chi bộ", "80% số xã". */
export const QUANTIFIERS = looseWords(`
  các | số | những | tổng số | toàn bộ | lượng | tất cả | toàn thể | trên tổng số | trong tổng số | cái | chiếc |
  việc | số lượng | thực hiện việc | của
`);

/** Adverbs that say how well; labels of figures do without. */
export const ADVERBS = looseWords(`
  tiếp tục | nghiêm túc | hiệu quả | có hiệu quả | đầy đủ | tích cực | nghiêm | nhanh chóng | chủ động | tốt việc |
  nền nếp | đồng bộ
`);

/** Where the tail of a subject can be cut: aims, places, manners. */
export const TAILS = looseWords(`
  theo tinh thần | theo tư tưởng | theo đúng | theo quy định | theo yêu cầu | theo chức trách | phù hợp | nhằm | để |
  góp phần | gắn với | trên cơ sở | dưới các hình thức | của trung ương | của tỉnh | của đảng ủy | của cấp trên |
  của cấp ủy | của đảng bộ | do cấp ủy | hoàn thành trong | thông qua | trong lãnh đạo | vào cuối năm | và đảng ủy |
  và các đợt | về quản trị | đồng thời | từ đó | qua đó | nhất là | bằng các hình thức | như | góp |
  của ban thường vụ | hoạt động bảo đảm | tại địa phương
`);

/** Places between a noun and its predicate, which labels do without. */
export const PLACES = looseWords(`
  trong toàn | trong khối | trên địa bàn | trong toàn quốc | thuộc diện | thuộc các loại | trong đảng bộ |
  trên phạm vi | trong tỉnh | trong huyện | trong xã
`);

/** Abbreviations that a label writes out. */
export const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ["hs", "học sinh"],
  ["gv", "giáo viên"],
  ["gvg", "giáo viên giỏi"],
  ["hsg", "học sinh giỏi"],
  ["cstđ", "chiến sĩ thi đua"],
  ["lđtt", "lao động tiên tiến"],
  ["tb", "trung bình"],
  ["cbgv", "cán bộ giáo viên"],
  ["cbgvnv", "cán bộ, giáo viên, nhân viên"],
]);

/** Words that contrast: the second of a pair takes over the rest of the first one's subject. */
export const CONTRASTS: readonly (readonly string[])[] = [
  ["thành thị", "nông thôn", "đô thị", "miền núi"],
  ["nam", "nữ"],
  ["cấp tỉnh", "cấp huyện", "cấp xã", "cấp cơ sở", "cấp trung ương"],
  ["công lập", "ngoài công lập"],
  ["mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "thcs", "thpt"],
];

/** Marks that are no part of a subject's ends. */
export const MARKS = words(",", ";", "-", ":", "–", "(", ")", ".", "…", "*", "“", '"', "+", "—", "=", "'");

/** Verbs before a number that tell what is done to what is counted. */
export const ACTIONS = looseWords(`
  kiểm tra | giám sát | kết nạp | bồi dưỡng | tập huấn | đào tạo | rà soát | giới thiệu | thẩm tra | xử lý |
  tiếp nhận | vận động | giải quyết | tuyên truyền | thu gom | trồng | tinh giản | chuyển | tổ chức thành công |
  cấp giấy | xóa | khám | tiêm | cấp | sắp xếp | số hóa | phủ | giải ngân | quản lý
`);

/** What follows a percentage without being its population. */
export const REST = looseWords(`
  so với | so năm | so cùng kỳ | so kế hoạch | trên tổng | trong tổng | tổng chi | tổng thu | tổng sản phẩm | mỗi năm |
  hằng năm | hàng năm | trong | của | và | vào | trên | / | một năm | theo | GDP | GRDP | dự toán | kế hoạch |
  do | để | kể | cho | tại | ở | trở | năm | vào năm | là | đến | từ | đối với
`);
