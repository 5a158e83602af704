// A small newsroom for the tests of the pages: real articles, both languages, one of them dated.

import { type Article, compareArticles } from "../../src/catalog/article.ts";
import type { Catalog, Site, Topic } from "../../src/catalog/catalog.ts";
import { latestShown, renderHome } from "../../src/pages/home.ts";

/** A Vietnamese site. */
export const site: Site = {
  title: "Bản tin Biển và Quốc phòng",
  description:
    "Hợp tác quốc phòng, an ninh hàng hải và Biển Đông: tin tiếng Việt và tiếng Anh, theo từng chủ đề.",
  url: "https://topicwire.example",
  lang: "vi",
  author: null,
  timeZone: "Asia/Ho_Chi_Minh",
  hub: null,
  icon: null,
  entriesPerFeed: 50,
  content: "full",
};

/** Sixteen topics, with and without a description. */
export const topics: readonly Topic[] = [
  {
    id: "maritime-security",
    title: { vi: "An ninh hàng hải", en: "Maritime security" },
    description: {
      vi: "An ninh, an toàn và hợp tác trên biển.",
      en: "Security, safety and cooperation at sea.",
    },
  },
  {
    id: "defence-cooperation",
    title: { vi: "Hợp tác quốc phòng", en: "Defence cooperation" },
    description: {
      vi: "Đối thoại, tập trận và thỏa thuận giữa quân đội các nước.",
      en: "Dialogues, exercises and agreements between armed forces.",
    },
  },
  {
    id: "coast-guard",
    title: { vi: "Cảnh sát biển", en: "Coast guard" },
    description: {
      vi: "Cảnh sát biển và lực lượng bảo vệ bờ biển các nước.",
      en: "Coast guards of all countries.",
    },
  },
  {
    id: "south-china-sea",
    title: { vi: "Biển Đông", en: "South China Sea" },
    description: {
      vi: "Biển Đông, Hoàng Sa, Trường Sa và Bộ Quy tắc ứng xử.",
      en: "The South China Sea, the Paracels and Spratlys, the Code of Conduct.",
    },
  },
  {
    id: "asean",
    title: { vi: "ASEAN", en: "ASEAN" },
    description: {
      vi: "Hiệp hội các quốc gia Đông Nam Á và đối tác.",
      en: "The Association of Southeast Asian Nations and its partners.",
    },
  },
  { id: "vietnam", title: { vi: "Việt Nam", en: "Vietnam" }, description: null },
  { id: "japan", title: { vi: "Nhật Bản", en: "Japan" }, description: null },
  { id: "china", title: { vi: "Trung Quốc", en: "China" }, description: null },
  { id: "india", title: { vi: "Ấn Độ", en: "India" }, description: null },
  { id: "philippines", title: { vi: "Philippines", en: "Philippines" }, description: null },
  { id: "united-states", title: { vi: "Hoa Kỳ", en: "United States" }, description: null },
  { id: "france", title: { vi: "Pháp", en: "France" }, description: null },
  { id: "russia", title: { vi: "Nga", en: "Russia" }, description: null },
  {
    id: "human-trafficking-and-crime",
    title: { vi: "Buôn người và tội phạm", en: "Human trafficking and crime" },
    description: {
      vi: "Buôn người, ma túy, buôn lậu và tội phạm xuyên quốc gia.",
      en: "Human trafficking, drugs, smuggling and transnational crime.",
    },
  },
  {
    id: "disaster-relief-and-rescue",
    title: { vi: "Cứu trợ và cứu nạn", en: "Disaster relief and rescue" },
    description: {
      vi: "Cứu trợ thiên tai, hỗ trợ nhân đạo, tìm kiếm cứu nạn.",
      en: "Disaster relief, humanitarian aid, search and rescue.",
    },
  },
  {
    id: "economy-and-trade",
    title: { vi: "Kinh tế và thương mại", en: "Economy and trade" },
    description: {
      vi: "Thương mại, đầu tư và hợp tác kinh tế.",
      en: "Trade, investment and economic cooperation.",
    },
  },
];

/** An article with everything told that the given facts leave open. */
export function makeArticle(facts: Partial<Article> & Pick<Article, "shortId" | "title">): Article {
  const text = facts.text ?? facts.title;
  const firstSeen = "2025-06-06T02:00:00Z";
  const date = facts.published ?? firstSeen;
  return {
    id: `urn:uuid:6ba7b810-9dad-51d1-80b4-00${facts.shortId}`,
    slug: "bai",
    titleDerived: false,
    lang: "vi",
    published: null,
    firstSeen,
    updated: date,
    changed: firstSeen,
    summary: text.slice(0, 280),
    html: text
      .split("\n")
      .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
      .join(""),
    text,
    byline: null,
    source: null,
    image: null,
    captions: [],
    enclosures: [],
    topics: [],
    ...facts,
  };
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

// A brief has no title: the first words stand for one.
function makeBrief(text: string, index: number): Article {
  return makeArticle({
    shortId: `${"brief00000".slice(0, 10 - String(index).length)}${index}`,
    slug: "tin-van",
    title: `${text.split(" ").slice(0, 13).join(" ")}…`,
    titleDerived: true,
    text,
    topics: briefTopics[index] ?? [],
  });
}

const briefTopics: readonly (readonly string[])[] = [
  ["maritime-security", "defence-cooperation", "human-trafficking-and-crime"],
  ["asean", "china", "economy-and-trade"],
  ["maritime-security", "japan", "philippines", "united-states"],
  ["maritime-security", "defence-cooperation", "vietnam", "japan", "india", "united-states", "france"],
  ["defence-cooperation", "vietnam", "india"],
  ["india", "russia"],
  ["coast-guard", "asean", "japan"],
  ["asean", "human-trafficking-and-crime"],
  ["south-china-sea", "philippines"],
  ["china", "japan", "united-states"],
  ["china", "japan"],
  ["maritime-security", "asean"],
  ["china", "philippines", "human-trafficking-and-crime", "disaster-relief-and-rescue"],
  ["asean", "china", "economy-and-trade"],
  ["maritime-security", "human-trafficking-and-crime"],
];

const briefs = [
  "Cuộc tập trận AIKEYME 2025 là bước tiến lớn hướng tới việc xây dựng mặt trận chung nhằm ngăn chặn và ứng phó với các thách thức hàng hải chung như cướp biển, đánh bắt bất hợp pháp và buôn người.",
  "ASEAN và Trung Quốc đang tiếp tục tăng cường hợp tác Quan hệ Đối tác chiến lược toàn diện, tập trung vào các lĩnh vực thương mại-đầu tư, kinh tế xanh, hệ sinh thái kỹ thuật số, năng lượng sạch.",
  "Trong cuộc đối thoại ba bên về hàng hải, các quan chức cấp cao của Mỹ, Nhật Bản và Philippines nhất trí tăng cường hợp tác nhằm hiện thực hóa một khu vực Ấn Độ Dương-Thái Bình Dương tự do và rộng mở.",
  "Các lực lượng hải quân Việt Nam, Mỹ, Nhật Bản, Australia, Pháp, Hàn Quốc, Indonesia... tham gia cuộc tập trận Milan 2024 tại Ấn Độ nhằm mục đích tăng cường hợp tác khu vực và an ninh hàng hải.",
  "Theo Bộ trưởng Ngoại giao Ấn Độ, sự kiện tàu INS Sudarshini cập cảng Thành phố Hồ Chí Minh đánh dấu nỗ lực của hai bên trong thúc đẩy mạnh hơn nữa hợp tác về lĩnh vực quốc phòng.",
  "Nga và Ấn Độ đã nhất trí đào tạo đội ngũ thủy thủ Ấn Độ về khả năng hoạt động ở các vùng biển thuộc Bắc Cực tại Viện Đào tạo Hàng hải Nga - nơi được trang bị các cơ sở mô phỏng.",
  "Thủ tướng Fumio Kishida nêu rõ Nhật Bản sẽ hỗ trợ các nước ASEAN tăng cường năng lực thực thi pháp luật trên biển thông qua chương trình đào tạo nhân lực cảnh sát biển và cung cấp tàu tuần tra.",
  "Quan chức cấp cao Indonesia cho rằng ASEAN cần tăng cường cách tiếp cận và cơ chế giải quyết nạn buôn người trong khu vực cũng như tăng cường hợp tác và tin cậy lẫn nhau trong khu vực Ấn Độ Dương-TBD.",
  "Quan chức Philippines bày tỏ cam kết kiên định của Philippines trong việc sớm đạt được Bộ Quy tắc ứng xử ở Biển Đông (COC) hiệu quả, thực chất và phù hợp với luật pháp quốc tế.",
  "Giới học giả đề xuất chính quyền Nhật Bản tập trung duy trì hợp tác kinh tế và hàng hải cốt yếu trong các vấn đề khu vực, hơn là ưu tiên vấn đề an ninh, qua đó không làm leo thang căng thẳng Mỹ-Trung.",
  "Trung Quốc và Nhật Bản vừa mới nhất trí thúc đẩy hợp tác thực chất trong lĩnh vực hàng hải với mục tiêu đảm bảo hòa bình, hợp tác và hữu nghị trên Biển Hoa Đông.",
  "Tại Hội nghị Cấp cao Đông Á (EAS) lần thứ 8, Các bộ trưởng đã nhất trí tăng cường hợp tác hơn nữa trong lĩnh vực hàng hải, bao gồm cả vấn đề xử lý rác thải trên biển.",
  "Philippines-Trung Quốc tăng cường hợp tác trong các lĩnh vực chống buôn bán ma túy và các loại tội phạm trên biển, bảo vệ môi trường biển, tìm kiếm và cứu hộ trên biển.",
  "Theo chính quyền thành phố Khâm Châu, trung tâm trên sẽ cung cấp sự hỗ trợ nhằm tăng cường thương mại cũng như việc sử dụng máy tính tại các cảng của Trung Quốc và ASEAN.",
  "Các quan chức của các nước thành viên EAS bàn về một loạt vấn đề như hợp tác hàng hải, chống chủ nghĩa khủng bố, chủ nghĩa cực đoan, nạn buôn lậu ma túy và tội phạm xuyên quốc gia.",
];

/** Undated, with a source that is only a name, and the caption of a lost picture. */
export const dialogue = makeArticle({
  shortId: "dialogue01",
  slug: "doi-thoai-chinh-sach-quoc-phong",
  title: "Đối thoại chính sách quốc phòng Việt Nam - Nhật Bản lần thứ hai",
  summary:
    "Tại Đối thoại, hai bên đã đề cập đến tình hình an ninh có liên quan đến hai nước và bàn về các biện pháp cụ thể để xúc tiến hợp tác quốc phòng. Hai bên cũng đi sâu thảo luận các vấn đề lớn như an ninh phi truyền thống, vấn đề hạt nhân, chống phổ biến vũ khí hủy diệt hàng loạt, vấn đề an ninh biển, chống cướp biển…",
  text: [
    "Tại Đối thoại, hai bên đã đề cập đến tình hình an ninh có liên quan đến hai nước và bàn về các biện pháp cụ thể để xúc tiến hợp tác quốc phòng. Hai bên cũng đi sâu thảo luận các vấn đề lớn như an ninh phi truyền thống, vấn đề hạt nhân, chống phổ biến vũ khí hủy diệt hàng loạt, vấn đề an ninh biển, chống cướp biển…",
    "Ngày 98, Đoàn đại biểu quân sự cấp cao Việt Nam do Thượng tướng Nguyễn Chí Vịnh, Thứ trưởng Bộ Quốc phòng dẫn đầu đã tham dự Đối thoại chính sách quốc phòng Việt Nam-Nhật Bản lần thứ hai tại Nhật Bản. Cuộc đối thoại diễn ra trong khuôn khổ kỷ niệm 40 năm thiết lập quan hệ ngoại giao Việt Nam-Nhật Bản. Tại Đối thoại, hai bên đã đề cập đến tình hình an ninh có liên quan đến hai nước và bàn về các biện pháp cụ thể để xúc tiến hợp tác quốc phòng. Hai bên cũng đi sâu thảo luận các vấn đề lớn như an ninh phi truyền thống, vấn đề hạt nhân, chống phổ biến vũ khí hủy diệt hàng loạt, vấn đề an ninh biển, chống cướp biển…",
    "Liên quan đến vấn đề chủ quyền biển đảo, hai bên khẳng định tính cần thiết của việc giải quyết các tranh chấp và khác biệt bằng biện pháp hòa bình, tránh xung đột vũ trang, kêu gọi các bên tuân thủ luật pháp quốc tế, trong đó có Công ước LHQ về Luật Biển (UNCLOS) năm 1982. Hai bên thống nhất hỗ trợ nhau về năng lực nghiên cứu, quản lý vùng biển và tích cực tham gia vào các diễn đàn quốc tế để xây dựng những quy định, quy tắc ứng xử trên biển, phù hợp với luật pháp quốc tế, đảm bảo không xảy ra xung đột hoặc mất ổn định.",
    "Đối thoại chính sách quốc phòng Việt Nam-Nhật Bản là cơ hội để hai nước cùng đánh giá lại và cụ thể hóa quan hệ hợp tác quốc phòng kể từ khi ký kết Biên bản ghi nhớ về hợp tác và trao đổi quốc phòng. Tại Đối thoại lần này, hai bên đã đề cập đến các lĩnh vực hợp tác cụ thể như trao đổi đoàn, đào tạo nhân lực, công nghiệp quốc phòng, chia sẻ kinh nghiệm về hỗ trợ nhân đạo, tìm kiếm cứu nạn, an ninh biển. Về hợp tác công nghiệp quốc phòng, hai bên khẳng định sẽ cùng hợp tác nghiên cứu, phát triển và ứng dụng khoa học kỹ thuật trong lĩnh vực này.",
    "Ngoài ra, hai bên cũng bàn về việc hợp tác chia sẻ kinh nghiệm trong các lĩnh vực gìn giữ hòa bình. Phía Việt Nam đã thông báo với Nhật Bản kế hoạch tham gia Lực lượng gìn giữ hòa bình LHQ của Việt Nam. Nhật Bản đánh giá cao việc Việt Nam tham gia lực lượng này và bày tỏ sẵn sàng tăng cường hợp tác, hỗ trợ Việt Nam trong giai đoạn đầu về kỹ thuật, phương pháp quản lý cũng như tiếng nói trên các diễn đàn quốc tế.",
    "Nhật Bản ủng hộ cao việc Việt Nam đưa ra sáng kiến “hành động mìn nhân đạo” trong hội nghị ADMM+ tới đây tại Bru-nây. Ngoài ra, Việt Nam cũng đang nghiên cứu ứng dụng một số công nghệ của Nhật Bản nhằm khắc phục hậu quả chất độc da cam/đi-ô-xin.",
    "* Trước đó, sáng 8-8, Thứ trưởng Bộ Quốc phòng Nguyễn Chí Vịnh đã đến chào xã giao Bộ trưởng Quốc phòng Nhật Bản I-chư-nô-ri Ô-nô-đê-ra (Itsunori Onodera). Thượng tướng Nguyễn Chí Vịnh khẳng định Việt Nam mong muốn tăng cường thúc đẩy hợp tác quốc phòng đầy đủ, toàn diện, tin cậy và hiệu quả với Nhật Bản, vì lợi ích của hai nước và đảm bảo hòa bình, ổn định, phát triển ở khu vực.",
    "Trong thời gian làm việc tại Nhật Bản, đoàn đã đi thăm trung tâm gìn giữ hòa bình và thăm một số đơn vị thuộc Lực lượng phòng vệ Nhật Bản. Đoàn cũng đã ghé thăm Tập đoàn Sojizt để nghe giới thiệu về công trình nghiên cứu xử lý chất độc da cam/đi-ô-xin bằng công nghệ nghiền nguội. Công nghệ xử lý mới của Sojitz, nếu thành công, sẽ là công nghệ có nhiều ưu việt và có tiềm năng ứng dụng hiệu quả tại Việt Nam trong tương lai.",
  ].join("\n"),
  byline: "HỮU THẮNG",
  source: { name: "QĐND", url: null },
  captions: [
    "Tàu sân bay chở trực thăng Hyuga của Nhật Bản được đánh giá là có khả năng tác chiến tương đương các tàu sân bay hiện đại của Mỹ",
  ],
  topics: ["maritime-security", "defence-cooperation", "vietnam", "japan", "disaster-relief-and-rescue"],
});

/** Dated by its source, with its address and two captions. */
export const conference = makeArticle({
  shortId: "conference",
  slug: "day-manh-hop-tac-canh-sat-bien",
  title: "Đẩy mạnh hợp tác giữa Cảnh sát biển Việt Nam và Lực lượng Bảo vệ bờ biển Nhật Bản",
  summary:
    "Đây là một trong những sự kiện cuối cùng của năm 2023 trong chuỗi các hoạt động hợp tác kỷ niệm 50 năm thiết lập quan hệ ngoại giao giữa Việt Nam và Nhật Bản, 75 năm ngày truyền thống Lực lượng Bảo vệ bờ biển Nhật Bản và 25 năm ngày truyền thống Cảnh sát biển Việt Nam.",
  text: [
    "Đây là một trong những sự kiện cuối cùng của năm 2023 trong chuỗi các hoạt động hợp tác kỷ niệm 50 năm thiết lập quan hệ ngoại giao giữa Việt Nam và Nhật Bản, 75 năm ngày truyền thống Lực lượng Bảo vệ bờ biển Nhật Bản và 25 năm ngày truyền thống Cảnh sát biển Việt Nam.",
    "Theo phóng viên TTXVN tại Tokyo, hội nghị nằm trong khuôn khổ chuyến công tác Nhật Bản của Đoàn cán bộ cấp cao của Cảnh sát biển Việt Nam do Thiếu tướng Vũ Trung Kiên làm Trưởng đoàn diễn ra từ ngày 19-22/12.",
    "Tại hội nghị, hai bên đã điểm lại các hoạt động hợp tác nổi bật, gồm có: Phái cử tàu của hai lực lượng đi thăm nhau và phối hợp luyện tập phi tác chiến trên biển; trao đổi đoàn cấp cao; hoàn tất các thủ tục dự án/phi dự án Nhật Bản hỗ trợ nâng cao năng lực thực thi pháp luật trên biển cho Cảnh sát biển Việt Nam và Hội nghị song phương lần thứ 10 giữa hai bên.",
    "Phát biểu tại hội nghị, Thiếu tướng Vũ Trung Kiên nhấn mạnh toàn bộ các hoạt động hợp tác giữa hai lực lượng trong năm 2023 đã được thực hiện một cách nghiêm túc, hiệu quả; góp phần thiết thực trong chuỗi hơn 500 hoạt động kỷ niệm 50 năm thiết lập quan hệ ngoại giao giữa Việt Nam và Nhật Bản. Qua đó, các hoạt động giúp Cảnh sát biển Việt Nam cũng như Lực lượng Bảo vệ bờ biển Nhật Bản nâng cao năng lực thực thi pháp luật trên biển.",
    "Phó Tư lệnh Pháp luật Cảnh sát biển Việt Nam cũng chia sẻ trong chuyến thăm Nhật Bản của Chủ tịch nước Võ Văn Thưởng vừa qua, Việt Nam và Nhật Bản đã nâng cấp quan hệ lên “Đối tác chiến lược toàn diện vì hoà bình và thịnh vượng tại châu Á và trên thế giới” và trong Tuyên bố chung của chuyến thăm có đề cập đến việc hai bên “nhất trí đẩy mạnh hợp tác về an toàn và an ninh trên biển thông qua việc tăng cường các hoạt động hợp tác, bao gồm huấn luyện chung, chia sẻ thông tin và nâng cao năng lực của lực lượng Cảnh sát biển hai nước”. Đây là minh chứng rõ nét nhất cho thấy lãnh đạo hai nhà nước Việt Nam-Nhật Bản ghi nhận mối quan hệ hợp tác tốt đẹp giữa hai lực lượng và luôn quan tâm đến việc phát triển mối quan hệ hợp tác này trong tương lai vì mục tiêu chung tay xây dựng các vùng biển an ninh, an toàn, hòa bình, hợp tác, hữu nghị và phát triển.",
    "Kết thúc hội nghị, hai bên thống nhất các hoạt động hợp tác trong năm 2024, bao gồm việc tổ chức Hội nghị song phương lần thứ 11 giữa hai lực lượng tại Việt Nam.",
    "Cũng trong khuôn khổ chuyến công tác, Đoàn đại biểu Cảnh sát biển Việt Nam đã đến chào xã giao Tư lệnh Lực lượng Bảo vệ bờ biển Nhật Bản, gặp nguyên Phó Tư lệnh Lực lượng Bảo vệ bờ biển Nhật Bản và thăm một số đơn vị, tàu của Trạm Lực lượng Bảo vệ bờ biển Yokohama.",
  ].join("\n"),
  byline: "Phạm Tuân - Xuân Giao",
  published: "2023-12-20T10:36:17Z",
  source: {
    name: "TTXVN",
    url: "https://baotintuc.vn/bien-dao-viet-nam/day-manh-hop-tac-giua-canh-sat-bien-viet-nam-va-luc-luong-bao-ve-bo-bien-nhat-ban-20231220173617222.htm",
  },
  captions: [
    "Đoàn công tác Cảnh sát biển Việt Nam tham dự Hội nghị. Ảnh: Xuân Giao/Pv TTXVN tại Nhật Bản",
    "Toàn cảnh Hội nghị. Ảnh: Phạm Tuân/Pv TTXVN tại Nhật Bản",
  ],
  topics: ["maritime-security", "coast-guard", "vietnam", "japan"],
});

/** An English article of the Vietnamese site. */
export const english = makeArticle({
  shortId: "english001",
  slug: "progress-in-defence-cooperation",
  lang: "en",
  title: "Progress in defence cooperation between ASEAN and Japan",
  summary:
    "On October 7, the 6th ASEAN-Japan Deputy Ministers’ Meeting on Defence has officially took place in Yokohama, Japan. Senior Lieutenant General Nguyen Chi Vinh, Deputy Minister of Defence led Vietnam’s delegation to attend the conference. This conference focused on discussing the…",
  text: [
    "On October 7, the 6th ASEAN-Japan Deputy Ministers’ Meeting on Defence has officially took place in Yokohama, Japan. Senior Lieutenant General Nguyen Chi Vinh, Deputy Minister of Defence led Vietnam’s delegation to attend the conference. This conference focused on discussing the two main themes including “The status related to maritime security in Asia-Pacific” and “how to maintain and improve maritime security in the region”.",
    "Deputy Minister Nguyen Chi Vinh said ASEAN and Japan had joint concerns about the recent developments in the sea, including the East China Sea and South China Sea, concerning the behavior does not respect international law, violated the sovereignty of the country and particularly affected security, maritime safety, impacted on trade. All countries were aware of the necessity of strengthening cooperation between ASEAN and Japan in the field of security, as well as cooperation with other nations to make all maritime regions become peaceful, stable , less challenges and the parties should determine countermeasures to prevent this so that the challenge does not lead to the risk of breaking out military conflict.",
    "To solve these security challenges, Japan launched a number of initiatives and specific proposals for cooperation with ASEAN countries on non-traditional areas such as disaster relief, anti-piracy, search and rescue .... These countries were particularly interested in maritime disputes and affirmed that it must have a general understanding of the law, there is no double standard and no different perceptions about international law, acting by peaceful ways, do not use force or threaten to use force; when a dispute occurs, the parties should negotiate bilaterally and multilaterally to solve problems.",
    "Giving assessment of progress in Japan-ASEAN relations in the field of defense and security, Deputy Minister Nguyen Chi Vinh said that the first step is for both sides to reach a consensus needs to work on security and beside benefits it remains challenges. That is the most important basis to arrive at a sustainable partnership. The second step is that ASEAN and Japan have built trust purposes relating to cooperation between the parties for mutual benefit, peace and stability. According to Deputy Minister Nguyen Chi Vinh, countries should cooperate more closely to the Code of Conduct on the South China Sea for reassuring ASEAN, partners and countries with interests in the South China Sea.",
    "At the meeting, the sides agreed to take actions step by step depending on the capacity of each country in order to ensure mutual benefits to all participating countries. Specific contents of cooperation that the 10 ASEAN countries and Japan can join including collaborative activities on the sea, rescue, industrial cooperation in defense to serve security and especially cooperation to work out the general awareness about behavior on the sea with peaceful means on the basis of international law.",
  ].join("\n"),
  topics: [
    "maritime-security",
    "defence-cooperation",
    "south-china-sea",
    "asean",
    "vietnam",
    "japan",
    "disaster-relief-and-rescue",
  ],
});

/** Undated, with a source that is only a name. */
export const treaty = makeArticle({
  shortId: "treaty0001",
  slug: "phap-nhat-ban-day-manh-hop-tac-quan-su",
  title: "Pháp, Nhật Bản đẩy mạnh hợp tác quân sự",
  summary:
    "Pháp và Nhật Bản nhất trí bắt đầu các cuộc đàm phán chính thức về một hiệp ước nhằm tăng cường hợp tác quân sự trong bối cảnh căng thẳng gia tăng ở khu vực biển Ấn Độ Dương - Thái Bình Dương và cuộc xung đột tại Ukraine.",
  text: [
    "Pháp và Nhật Bản nhất trí bắt đầu các cuộc đàm phán chính thức về một hiệp ước nhằm tăng cường hợp tác quân sự trong bối cảnh căng thẳng gia tăng ở khu vực biển Ấn Độ Dương - Thái Bình Dương và cuộc xung đột tại Ukraine.",
    "Là đồng minh G7, hai nước đã tiến hành nhiều cuộc tập trận quân sự chung trong những năm gần đây. Pháp đã thúc đẩy việc khởi xướng các cuộc đàm phán về Hiệp ước tiếp cận tương hỗ (RAA) trong hơn một năm qua.",
    "RAA thiết lập khuôn khổ để tạo thuận lợi cho hợp tác quân sự, chẳng hạn như giúp việc nhập cảnh của nhân viên và thiết bị nước ngoài dễ dàng hơn trong trường hợp giao lưu, trao đổi giữa hai bên.",
    '"Chúng tôi đã bắt đầu các cuộc đàm phán", một quan chức chính phủ Nhật Bản cho biết, đề cập đến nội dung cuộc gặp giữa Thủ tướng Fumio Kishida và Tổng thống Emmanuel Macron tại Paris.',
    "Một tuyên bố của Chính phủ Nhật Bản xác nhận thỏa thuận tiến hành các cuộc đàm phán. Phủ Tổng thống Pháp cho biết trong một tuyên bố rằng việc ký kết RAA sẽ thúc đẩy khả năng phối hợp tác chiến giữa hai quân đội.",
    "Tháng 12 năm 2023, Nhật Bản công bố kế hoạch xây dựng quân đội lớn nhất kể từ Chiến tranh Thế giới thứ II, đánh dấu bước ngoặt rời xa chủ nghĩa hòa bình sau chiến tranh. Nước này đã ký kết RAA với Úc và Vương quốc Anh, và hiện đang đàm phán một hiệp ước tương tự với Philippin.",
    "Tokyo, vốn mất khoảng hai năm để đàm phán thỏa thuận với Úc và một năm để đàm phán với Anh, hiện đang là nơi tập trung lực lượng quân đội Mỹ lớn nhất ở nước ngoài.",
    'Vị quan chức cho biết thỏa thuận với Pháp có thể mất khoảng một năm để hoàn thành. Thông tin đối ngoại từ phía Pháp cho biết Paris hy vọng thỏa thuận sẽ "rất nhanh chóng" có hiệu lực.',
    "Nhật Bản đã nỗ lực củng cố quan hệ quốc phòng trong bối cảnh lo ngại về Trung Quốc, vấn đề tự do hàng hải trong khu vực và các tranh chấp thương mại.",
    "Nước này cũng ủng hộ Ukraine trong cuộc chiến chống lại Nga, cho rằng việc bảo vệ trật tự quốc tế dựa trên luật lệ là điều cần thiết.",
    '"Chúng tôi đang ngày càng lo ngại trước các diễn biến mới xảy ra ở châu Âu và Ấn Độ - Thái Bình Dương,” quan chức chính phủ cho biết.',
    "Pháp có các lãnh thổ và sự hiện diện quân sự ở Ấn Độ - Thái Bình Dương, đồng thời đang tìm cách mở rộng sự hiện diện ở khu vực.",
    "Nước này muốn nhấn mạnh vai trò lớn hơn mà họ có thể đóng góp trong ngành công nghiệp quốc phòng của Nhật, khi chính phủ của Thủ tướng Kishida đang áp dụng chính sách quân sự cứng rắn hơn trong khu vực.",
  ].join("\n"),
  source: { name: "Kinhtedothi", url: null },
  captions: [
    "Tổng thống Pháp Emmanuel Macron chào đón Thủ tướng Nhật Bản Fumio Kishida tại cung điện Elysee vào ngày 2 tháng 5 năm 2024. Ảnh: REUTERS/Benoit Tessie",
  ],
  topics: ["maritime-security", "defence-cooperation", "japan", "china", "united-states", "france", "russia"],
});

/** A topic without articles. */
export const arctic: Topic = { id: "arctic", title: { vi: "Bắc Cực", en: "The Arctic" }, description: null };

/** The whole newsroom: fifteen briefs without title or date, four articles, an empty topic. */
export const catalog: Catalog = {
  site,
  topics: [...topics, arctic],
  articles: [dialogue, conference, english, treaty, ...briefs.map(makeBrief)].sort(compareArticles),
};

/** The same newsroom, speaking English. */
export const englishCatalog: Catalog = {
  ...catalog,
  site: {
    ...site,
    lang: "en",
    title: "Sea and Defence Wire",
    description: "Defence cooperation, maritime security and the South China Sea, topic by topic.",
  },
};

/** The home page of a catalog that is at hand whole. */
export function homeOf(catalog: Catalog): string {
  return renderHome(catalog, catalog.articles.slice(0, latestShown));
}
