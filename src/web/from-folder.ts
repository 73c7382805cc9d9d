// What stands in the page when it was opened straight from a folder (file://): browsers start no background thread there.
import { el } from "../ui/dom.js";

const ADDRESS = "http://localhost:8080/";

/** Why nothing starts and what to do, in Vietnamese and English. */
export function fromFolder(): HTMLElement {
  return el(
    "main",
    { id: "from-folder" },
    el("h1", {}, "Tổng hợp chưa chạy được từ thư mục"),
    el(
      "p",
      {},
      "Trang này đang được mở thẳng từ một tệp trên máy. Trình duyệt không cho trang mở như vậy đọc báo cáo ở chế độ nền. Chưa có tệp nào được đọc. Hãy mở trang bằng một trong hai cách sau:",
    ),
    el(
      "ol",
      {},
      el("li", {}, "Mở địa chỉ của trang trên mạng nội bộ cơ quan. Hỏi người phụ trách máy tính nếu chưa biết địa chỉ."),
      el(
        "li",
        {},
        "Hoặc chạy trên máy này: trong thư mục của bộ công cụ, chạy lệnh ",
        el("code", {}, "npm run serve"),
        ", rồi mở ",
        el("a", { href: ADDRESS }, ADDRESS),
        ". Sau lần mở đầu tiên, trang dùng được cả khi không có mạng.",
      ),
    ),
    el("p", {}, "Cách đặt trang lên mạng nội bộ có trong tài liệu Cài đặt (docs/cai-dat.md)."),
    el(
      "p",
      { lang: "en", class: "hint" },
      "This page was opened straight from a folder, where browsers start no background threads. Open it from your office's web server, or run npm run serve and open the address above.",
    ),
  );
}
