// The words of the interface in Vietnamese.

import { limits } from "../../catalog/query.ts";
import { numberIn, quoteShort, type Words } from "./table.ts";

export const vietnamese: Words = {
  lang: "vi",
  dateLocale: "vi",
  dateFields: { day: "2-digit", month: "2-digit" },

  skipToContent: "Đến nội dung chính",
  topics: "Chủ đề",
  otherTopics: "Các chủ đề khác",
  everything: "Tất cả bài viết",
  everythingDescription: "Mọi bài viết của mọi chủ đề, mới nhất ở trên cùng.",
  topicDescription: (title) => `Các bài viết thuộc chủ đề ${title}.`,
  articles: "Bài viết",
  latest: "Bài mới nhất",
  moreArticles: (count) => `Xem tất cả ${numberIn("vi", count)} bài`,
  count: (count) => `${numberIn("vi", count)} bài`,
  countTopics: (count) => `${numberIn("vi", count)} chủ đề`,
  noArticles: "Chưa có bài",
  emptyTopic:
    "Chủ đề này chưa có bài nào. Nếu theo dõi từ bây giờ, bạn sẽ nhận được bài đầu tiên ngay khi có.",
  newestOf: (shown, total) =>
    `Trang này liệt kê ${numberIn("vi", shown)} bài mới nhất trong ${numberIn("vi", total)} bài.`,

  queryDescription: (title) => `Một luồng tin tự chọn: ${title}.`,
  queryLede:
    "Đây là một luồng tin riêng: theo dõi địa chỉ của nó, bạn sẽ nhận mọi bài mới khớp với lựa chọn này.",
  emptyQuery:
    "Chưa có bài nào khớp với lựa chọn này. Nếu theo dõi từ bây giờ, bạn sẽ nhận được bài đầu tiên ngay khi có.",
  withoutWords: "Bỏ các từ tìm kiếm",
  allLanguages: "Mọi ngôn ngữ",
  onlyIn: (language) => `Chỉ ${language}`,
  previewKicker: "Xem trước luồng tin",
  preview:
    "Bạn vừa mở địa chỉ của một luồng tin. Địa chỉ này dành cho trình đọc tin (feed reader): chép nó vào đó, bài mới sẽ tự tìm đến bạn. Trang này cho xem trước những gì luồng tin đang có.",

  search: "Tìm",
  searchAll: "Tìm trong tất cả bài viết",
  searchIn: (title) => `Tìm trong chủ đề ${title}`,
  searchHere: "Tìm trong luồng tin này",
  searchHint: "Gõ có dấu hoặc không dấu; đặt trong ngoặc kép để tìm đúng cả cụm từ.",

  build: "Tự ghép luồng tin",
  buildWhy:
    "Chỉ lấy bài nói về cả hai chủ đề, gộp nhiều chủ đề làm một, bỏ điều bạn không muốn đọc: kết quả là một luồng tin của riêng bạn, có địa chỉ để theo dõi.",
  buildOpen: "Chọn chủ đề, ngôn ngữ và từ khóa",
  buildAnew: "Tự ghép luồng tin từ đầu",
  buildAny: "Bài nói về ít nhất một trong các chủ đề này",
  buildAll: "và cũng nói về",
  buildNone: "nhưng không nói về",
  anyTopic: "Không bắt buộc",
  noTopic: "Không loại trừ",
  buildWords: "có các từ",
  buildSubmit: "Xem luồng tin này",
  refine: "Ghép với chủ đề khác",
  refineAnd: "Chỉ lấy bài có cả chủ đề này",
  refineOr: "Thêm bài về chủ đề này",
  refineNot: "Bỏ bài về chủ đề này",
  otherTopic: "Chủ đề",
  chooseTopic: "Chọn một chủ đề",

  subscribe: "Theo dõi",
  subscribeHow: "Chép địa chỉ này vào một trình đọc tin (feed reader), bài mới sẽ tự tìm đến bạn.",
  subscribeWhy: "Không cần tài khoản, không thuật toán, ngừng lúc nào cũng được.",
  onePerTopic: "Mỗi chủ đề là một luồng tin riêng: bạn chọn đúng điều mình quan tâm và không nhận gì khác.",
  copyAddress: "Chép địa chỉ",
  copied: "Đã chép",
  addTo: "Hoặc thêm thẳng vào",
  ownReader: "Ứng dụng trên máy này",
  subscribeSearch: "Theo dõi kết quả tìm kiếm này",
  opml: "Mọi chủ đề trong một tệp OPML",
  index: "Chỉ mục JSON cho lập trình viên",
  subscribeTopics: "Theo dõi các chủ đề của bài này",

  published: "Ngày đăng",
  notStated: "Nguồn không ghi",
  firstSeen: "Ghi nhận lần đầu",
  updated: "Cập nhật",
  byline: "Tác giả",
  source: "Nguồn",
  language: "Ngôn ngữ",
  readOriginal: (host) => `Đọc bài gốc tại ${host}`,
  titleDerived: "Nguồn không đặt tiêu đề; tiêu đề trên đây lấy từ những chữ đầu của bản tin.",
  captions: "Chú thích ảnh",
  captionsLost: "Bản lưu không giữ được ảnh, chỉ còn lời chú thích.",
  enclosures: "Tệp kèm theo",

  missing: "Không có trang này",
  missingSentence: "Địa chỉ có thể đã được gõ nhầm, hoặc trang không còn ở đây.",
  retracted: "Bài viết đã được gỡ",
  retractedSentence: "Bài viết này từng ở đây và đã được nơi xuất bản rút lại.",
  retractedReason: "Lý do:",
  refused: "Không đáp ứng được yêu cầu này",
  refusals: {
    "unknown-topic": ({ topic }) =>
      `Không có chủ đề nào mang tên ${quoteShort(topic)}. Trang chủ liệt kê tất cả các chủ đề.`,
    malformed: ({ near }) =>
      near === ""
        ? "Một chủ đề bị bỏ trống. Các chủ đề được nối bằng “+” (cả hai) hoặc “,” (một trong hai), “!” đứng trước là loại trừ."
        : `Không hiểu ${quoteShort(near)}. Các chủ đề được nối bằng “+” (cả hai) hoặc “,” (một trong hai), “!” đứng trước là loại trừ.`,
    "too-many-terms": () =>
      `Một luồng tin ghép được nhiều nhất ${limits.terms} chủ đề, tính cả những chủ đề lặp lại trong từng vế “hoặc”. Hãy bớt vài chủ đề.`,
    "never-true": () =>
      "Không bài nào có thể khớp: cùng một chủ đề vừa được chọn vừa bị loại trừ, hoặc mọi bài đều bị loại trừ.",
    "bad-language": ({ lang }) => `${quoteShort(lang)} không phải mã ngôn ngữ. Ví dụ: “vi”, “en”.`,
    "too-many-words": () =>
      `Mỗi lần tìm được nhiều nhất ${limits.words} từ, không quá ${limits.searchLength} ký tự. Hãy bớt vài từ.`,
  },
  backHome: "Về trang chủ",
};
