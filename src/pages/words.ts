// The words of the interface, one table per language. A new language is a new table and a row in `tables`.

/** Everything a page says that no article, topic or site says. */
export interface Words {
  /** BCP 47 language of these words. */
  readonly lang: string;
  /** Locale and fields of a date. */
  readonly dateLocale: string;
  readonly dateFields: { readonly day: "2-digit" | "numeric"; readonly month: "2-digit" | "long" };
  /** Names of languages, by tag. */
  readonly languages: Readonly<Record<string, string>>;

  readonly skipToContent: string;
  readonly topics: string;
  readonly otherTopics: string;
  readonly everything: string;
  readonly everythingDescription: string;
  readonly topicDescription: (title: string) => string;
  readonly articles: string;
  readonly latest: string;
  readonly moreArticles: (count: number) => string;
  readonly count: (count: number) => string;
  readonly countTopics: (count: number) => string;
  readonly noArticles: string;
  readonly emptyTopic: string;
  readonly newestOf: (shown: number, total: number) => string;

  readonly subscribe: string;
  readonly subscribeHow: string;
  readonly subscribeWhy: string;
  readonly onePerTopic: string;
  readonly opml: string;
  readonly index: string;
  readonly subscribeTopics: string;

  readonly published: string;
  readonly notStated: string;
  readonly firstSeen: string;
  readonly updated: string;
  readonly byline: string;
  readonly source: string;
  readonly language: string;
  readonly readOriginal: (host: string) => string;
  readonly titleDerived: string;
  readonly captions: string;
  readonly captionsLost: string;
  readonly enclosures: string;

  readonly missing: string;
  readonly missingSentence: string;
  readonly missingTopic: (id: string) => string;
  readonly retracted: string;
  readonly retractedSentence: string;
  readonly backHome: string;
}

const vietnamese: Words = {
  lang: "vi",
  dateLocale: "vi",
  dateFields: { day: "2-digit", month: "2-digit" },
  languages: {
    vi: "Tiếng Việt",
    en: "Tiếng Anh",
    fr: "Tiếng Pháp",
    ja: "Tiếng Nhật",
    zh: "Tiếng Trung",
    ru: "Tiếng Nga",
  },

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

  subscribe: "Theo dõi",
  subscribeHow: "Chép địa chỉ này vào một trình đọc tin (feed reader), bài mới sẽ tự tìm đến bạn.",
  subscribeWhy: "Không cần tài khoản, không thuật toán, ngừng lúc nào cũng được.",
  onePerTopic: "Mỗi chủ đề là một luồng tin riêng: bạn chọn đúng điều mình quan tâm và không nhận gì khác.",
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
  missingTopic: (id) => `Không có chủ đề nào mang tên “${id}”. Trang chủ liệt kê tất cả các chủ đề.`,
  retracted: "Bài viết đã được gỡ",
  retractedSentence: "Bài viết này từng ở đây và đã được nơi xuất bản rút lại.",
  backHome: "Về trang chủ",
};

const english: Words = {
  lang: "en",
  dateLocale: "en-GB",
  dateFields: { day: "numeric", month: "long" },
  languages: {
    vi: "Vietnamese",
    en: "English",
    fr: "French",
    ja: "Japanese",
    zh: "Chinese",
    ru: "Russian",
  },

  skipToContent: "Skip to content",
  topics: "Topics",
  otherTopics: "Other topics",
  everything: "All articles",
  everythingDescription: "Every article of every topic, newest first.",
  topicDescription: (title) => `Articles on the topic ${title}.`,
  articles: "Articles",
  latest: "Latest articles",
  moreArticles: (count) => `See all ${countIn("en", count, "article", "articles")}`,
  count: (count) => countIn("en", count, "article", "articles"),
  countTopics: (count) => countIn("en", count, "topic", "topics"),
  noArticles: "No articles yet",
  emptyTopic: "This topic has no articles yet. Subscribe now and the first one will come to you.",
  newestOf: (shown, total) =>
    `This page lists the newest ${numberIn("en", shown)} of ${countIn("en", total, "article", "articles")}.`,

  subscribe: "Subscribe",
  subscribeHow: "Copy this address into a feed reader, and new articles will come to you.",
  subscribeWhy: "No account, no algorithm, stop whenever you like.",
  onePerTopic: "Every topic is a feed of its own: choose what you care about and receive nothing else.",
  opml: "All topics in one OPML file",
  index: "JSON index for developers",
  subscribeTopics: "Subscribe to this article’s topics",

  published: "Published",
  notStated: "Not stated by the source",
  firstSeen: "First seen here",
  updated: "Updated",
  byline: "By",
  source: "Source",
  language: "Language",
  readOriginal: (host) => `Read the original at ${host}`,
  titleDerived: "The source gives no title; the one above is made of the brief’s first words.",
  captions: "Picture captions",
  captionsLost: "The capture lost the pictures and kept their captions.",
  enclosures: "Attached files",

  missing: "There is no such page",
  missingSentence: "The address may be mistyped, or the page is no longer here.",
  missingTopic: (id) => `There is no topic “${id}”. The home page lists all topics.`,
  retracted: "This article was withdrawn",
  retractedSentence: "The article that stood here has been taken back by its publisher.",
  backHome: "Back to the home page",
};

const tables: readonly Words[] = [vietnamese, english];

/** The words for a site that speaks this language; English where there are none in it. */
export function wordsIn(lang: string): Words {
  return tables.find((words) => words.lang === primaryLanguage(lang)) ?? english;
}

/** One of the words in every language there is, as a topic's title is given. */
export function inEveryLanguage(pick: (words: Words) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(tables.map((words) => [words.lang, pick(words)]));
}

/** The language of a tag without region or script: "vi" of "vi-VN" (RFC 5646 §2.2.1). */
export function primaryLanguage(lang: string): string {
  return lang.split("-", 1)[0]?.toLowerCase() ?? "";
}

function numberIn(locale: string, value: number): string {
  return value.toLocaleString(locale);
}

function countIn(locale: string, count: number, one: string, many: string): string {
  return `${numberIn(locale, count)} ${count === 1 ? one : many}`;
}
