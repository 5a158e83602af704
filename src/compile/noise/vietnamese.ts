// VIETNAMESE_NOISE: what Vietnamese pages carry around an article.

import { holding, type NoiseRule, opening, whole } from "./rule.ts";

/** What Vietnamese pages carry around an article. A phrase is added to the row of its kind. */
export const VIETNAMESE_NOISE: readonly NoiseRule[] = [
  {
    name: "share button",
    words: 8,
    pattern: whole(
      "chia sẻ(?: bài viết| qua| lên)?.{0,24}|zalo|gửi (?:bài|email)|in bài(?: viết)?|lưu bài(?: viết)?|sao chép(?: liên kết)?|copy link|thích|theo dõi.{0,30}",
    ),
  },
  {
    name: "site navigation",
    words: 6,
    pattern: whole(
      "trang chủ|trang nhất|tìm kiếm|liên hệ(?: quảng cáo| tòa soạn)?|giới thiệu|logo|danh mục|chuyên mục|menu|báo in|e-?magazine|e-?paper|podcasts?|multimedia|tải ứng dụng|đường dây nóng|xem trên|đầu trang|về đầu trang|thời sự|thế giới|kinh doanh|giải trí|thể thao|pháp luật|giáo dục|sức khỏe|đời sống|du lịch|khoa học|công nghệ|số hóa|xe|ý kiến|tâm sự|góc nhìn|video|ảnh|infographics?|longform|emagazine|rss|quay lại|trở lại|hỏi đáp thông minh",
    ),
  },
  {
    name: "account link",
    words: 8,
    pattern: holding("đăng nhập|đăng ký(?: ấn phẩm| tài khoản)?|đăng xuất|quên mật khẩu"),
  },
  {
    name: "heading of related links",
    words: 7,
    pattern: whole(
      "(?:các )?(?:tin|bài)(?: bài)?(?: viết)? ?(?:liên quan|cùng (?:chuyên mục|chủ đề)|khác|mới(?: nhất| hơn)?|cũ hơn|đọc nhiều|nổi bật|nóng|xem nhiều|tài trợ)|(?:bài|tin) (?:đọc|được) (?:nhiều|quan tâm).{0,12}|đọc (?:nhiều|thêm|tiếp)(?: nhất)?|xem (?:thêm|nhiều|tiếp)(?: nhất)?|có thể bạn (?:quan tâm|thích|chưa biết|sẽ thích)|đừng bỏ lỡ|cùng chuyên mục|(?:mới|đọc) nhất|quan tâm nhiều|dành cho bạn|tiêu điểm|nổi bật|chủ đề liên quan|liên quan|tin mới|video|mời (?:quý )?(?:vị |bạn đọc |bạn |độc giả )?(?:đón )?(?:đọc|xem)(?: thêm)?(?: video| clip)?",
    ),
  },
  {
    name: "pointer to another article",
    words: 45,
    pattern: opening(
      "(?:>>+|»|›)?\\s*(?:xem thêm|đọc thêm|đọc tiếp|mời (?:quý )?(?:bạn |độc giả )?(?:đọc|xem)|bài liên quan|tin liên quan|xem chi tiết)\\s*[:：>]",
    ),
  },
  {
    name: "heading of comments",
    words: 7,
    pattern: whole(
      "bình luận|ý kiến(?: bạn đọc| của bạn| độc giả)?|phản hồi|gửi (?:bình luận|ý kiến|phản hồi).{0,20}|cảm nhận của bạn.{0,30}|thảo luận|bạn đọc bình luận",
    ),
  },
  {
    name: "comment control",
    words: 6,
    pattern: whole(
      "trả lời|gửi|báo vi phạm|rất hay|giải trí|cần cải thiện|viết bình luận.{0,20}|xem (?:tất cả |thêm )?bình luận.{0,12}|hủy|tặng sao|bày tỏ cảm xúc",
    ),
  },
  {
    name: "player control",
    words: 6,
    pattern: whole(
      "(?:nghe|phát|đọc) (?:đọc )?(?:bài(?: viết| báo)?|audio|podcasts?|báo nói|tin)(?: này)?|nghe (?:đọc|ngay|lại)|tạm dừng|tốc độ(?: đọc| phát)?|giọng (?:đọc|nam|nữ)(?: .{0,12})?",
    ),
  },
  { name: "advertisement", words: 5, pattern: whole("quảng cáo|tin tài trợ|tài trợ|nội dung được tài trợ") },
  {
    name: "call to subscribe",
    words: 40,
    pattern: opening("đăng ký (?:nhận|theo dõi|kênh)|theo dõi (?:chúng tôi|kênh|báo)|nhận (?:tin|bản tin)"),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "giấy phép số|giấy phép (?:hoạt động|xuất bản|thiết lập).{0,40}|bản quyền|mọi quyền được bảo lưu|tổng biên tập|cơ quan chủ quản|ghi rõ nguồn",
    ),
  },
  { name: "loading message", words: 8, pattern: holding("đang cập nhật(?: dữ liệu)?|đang tải|xin chờ") },
  {
    name: "counter",
    words: 6,
    pattern:
      /^\(?\d[\d.,kKmM]*\)?\s*(?:lượt|bình luận|ý kiến|phản hồi|thích|chia sẻ|người|lượt xem|phút đọc)(?:\s+(?:xem|thích|đọc|chia sẻ))?\.?$/iu,
  },
  { name: "tag line", words: 30, pattern: opening("(?:từ khóa|tags?|chủ đề|thẻ)\\s*[:：]") },
  {
    name: "contact line",
    words: 30,
    pattern: holding("hotline|đường dây nóng|điện thoại\\s*:|địa chỉ\\s*:|email\\s*:|fax\\s*:"),
  },
];
