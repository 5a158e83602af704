// Web clutter by name: what a line of a page can be other than the article. Data; the algorithm only asks for the names.

/** A kind of line that web pages carry around an article. */
export type NoiseName =
  | "share button"
  | "site navigation"
  | "account link"
  | "heading of related links"
  | "pointer to another article"
  | "heading of comments"
  | "comment control"
  | "advertisement"
  | "call to subscribe"
  | "legal notice"
  | "consent notice"
  | "counter"
  | "loading message"
  | "player control"
  | "tag line"
  | "author note"
  | "contact line";

/** One row: a pattern, how long a line it may judge, and the kind of clutter it shows. */
export interface NoiseRule {
  readonly name: NoiseName;
  /** Longest line, in words, the pattern is asked about. */
  readonly words: number;
  readonly pattern: RegExp;
}

/** Builds a pattern for whole lines out of phrases parted by bars; a counter or punctuation may follow. */
function whole(phrases: string): RegExp {
  return new RegExp(
    `^[\\s>»›▸•|+*#:-]*(?:${phrases})[\\s>»›▸|+*:.!…→↓\\-]*(?:\\(?\\d+\\)?|\\[\\s*\\d+\\s*\\])?[\\s:.!…]*$`,
    "iu",
  );
}

/** Builds a pattern for lines that begin with one of the phrases. */
function opening(phrases: string): RegExp {
  return new RegExp(`^[\\s>»›▸•|+*#\\[(-]*(?:${phrases})(?![\\p{L}\\p{M}])`, "iu");
}

/** Builds a pattern for lines that hold one of the phrases as whole words. */
function holding(phrases: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases})(?![\\p{L}\\p{M}])`, "iu");
}

/**
 * The rows, in no order that matters: a line may match several. To teach the cleaner a newspaper's clutter, add a
 * phrase to the row of its kind and language, or a row.
 */
export const NOISE: readonly NoiseRule[] = [
  // Vietnamese
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
      "(?:các )?(?:tin|bài)(?: bài)?(?: viết)? ?(?:liên quan|cùng (?:chuyên mục|chủ đề)|khác|mới(?: nhất| hơn)?|cũ hơn|đọc nhiều|nổi bật|nóng|xem nhiều|tài trợ)|(?:bài|tin) (?:đọc|được) (?:nhiều|quan tâm).{0,12}|đọc (?:nhiều|thêm|tiếp)(?: nhất)?|xem (?:thêm|nhiều|tiếp)(?: nhất)?|có thể bạn (?:quan tâm|thích|chưa biết|sẽ thích)|đừng bỏ lỡ|cùng chuyên mục|(?:mới|đọc) nhất|quan tâm nhiều|dành cho bạn|tiêu điểm|nổi bật|chủ đề liên quan|liên quan|tin mới|video",
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

  // English
  {
    name: "share button",
    words: 8,
    pattern: whole(
      "share(?: (?:this|on|via|to|with|story|article|post|full article|link|page)\\b.{0,30})?|facebook|twitter|x|linked-?in|pinterest|whats ?app|reddit|e-?mail(?: this)?|telegram|tumblr|instagram|youtube|tik ?tok|flipboard|threads|bluesky|mastodon|messenger|print(?: this)?|copy(?: (?:link|url|to clipboard))?|click to (?:copy|share).{0,24}|link copied!?|copied!?|save(?: (?:article|story|this|to .{0,12}))?|bookmark|tweet|pin(?: it)?|like|follow(?: us)?(?: on .{0,20})?|send|snapchat|rss|nextdoor|viber|line",
    ),
  },
  {
    name: "site navigation",
    words: 8,
    pattern: whole(
      "skip to .{0,28}|(?:jump|go|back|return) to .{0,28}|(?:main |site |primary |mobile |toggle |open |close |show |hide |expand |collapse )*(?:menu|navigation|nav|search|sidebar|submenu|sub-menu)(?: .{0,20})?|toggle .{0,28}|home(?: ?page)?|search(?: (?:for|this site|the site|results|\\.\\.\\.)?)?|close|open|more|next(?: (?:post|article|page|story))?|prev(?:ious)?(?: (?:post|article|page|story))?|(?:see|view|show|load|browse) (?:all|more|less)(?: .{0,24})?|all|top|breadcrumbs?|sections?|categories|archives?|about(?: us)?|contact(?: us)?|advertise(?: with us)?|careers?|jobs|help(?: cent(?:er|re))?|faqs?|support|sitemap|site map|news|sports?|opinion|business|world|politics|lifestyle|entertainment|technology|tech|health|science|travel|food|culture|weather|podcasts?|video(?:s)?|photos?|blog|shop|store|pricing|products?|services|resources|events|company|press|go|ok|yes|no|cancel|submit|dismiss|listen|watch|table of contents|contents|on this page|in this article|download(?: .{0,16})?|edit(?:ion)?|english|settings|profile|cart|checkout|learn more|get started|find out more|page \\d+(?: of \\d+)?",
    ),
  },
  {
    name: "account link",
    words: 7,
    pattern: whole(
      "(?:log|sign) ?(?:in|out|on|up|off)(?: .{0,24})?|(?:log|sign) ?in / .{0,20}|(?:create|my|your) (?:an |free |new )*(?:account|profile)|register(?: now)?|subscribe(?: now| today| here| to .{0,24})?|(?:subscribe|log in|sign in) ?(?:\\||/) ?.{0,20}|lost your password\\??|forgot(?:ten)?(?: your)? password\\??|remember me|password.{0,3}|username.{0,20}|start (?:your )?free trial|donate(?: now)?|become a member|join(?: now| us)?|get (?:started|the app|app|a demo).{0,12}|book a demo|buy now|add to (?:cart|bag)",
    ),
  },
  {
    name: "heading of related links",
    words: 9,
    pattern: whole(
      "related(?: (?:articles?|stories|posts?|topics?|content|news|reading|links?|coverage|videos?|items?|resources?|pages?|tags?))?|(?:read|see|view|watch) (?:also|more|next|this next)|also (?:read|see|on .{0,20})|more (?:from|on|in|about|like|by|stories|news|articles|posts|to|top|great|reading|topics)\\b.{0,40}|(?:you )?(?:may|might|could|will|would|ll)? ?(?:also|be) (?:like|interested|love|enjoy)\\b.{0,20}|you (?:may|might) .{0,24}|recommended(?: .{0,24})?|recommendations|(?:most|top) (?:read|popular|viewed|shared|commented|stories|news|posts|articles|picks|searches|trending)\\b.{0,16}|trending(?: .{0,16})?|popular(?: .{0,20})?|latest(?: .{0,20})?|recent(?: .{0,20})?|(?:what to )?read next|up next|next up|keep reading|continue reading|further reading|don.t miss|editor.?s.? (?:picks?|choice)|featured(?: .{0,16})?|in other news|(?:other|similar) (?:post|stories|articles|news|posts)|sponsored(?: .{0,16})?|promoted(?: .{0,16})?|around the web|from (?:the|our) (?:web|partners|archives?|blog)|top stories|must reads?|discover more|explore(?: more)?(?: .{0,20})?|suggested .{0,16}|stories for you|for you|today.s .{0,16}|breaking news|in case you missed it|people are reading|about the author.{0,2}|share this.{0,20}|references|footnotes|tags|topics|categories|related topics",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "(?:read|see|watch|listen)(?: more| also| next| here| now| the full (?:story|article))?\\s*[:：]|read (?:more|also|next|on)\\b|also read\\b|related\\s*[:：]|more\\s*[:：]|recommended\\s*[:：]|read (?:the|our|his|her) (?:full|original)|click (?:here|to)|(?:see|check) (?:also|out)\\s*[:：]|you may also|don.t miss\\s*[:：]|→|»|>>",
    ),
  },
  {
    name: "heading of comments",
    words: 9,
    pattern: whole(
      "(?:all |view |show |read |see |hide |post |add |leave |join |your |\\d+ |no |write )*(?:a |an |the |your )*(?:comments?|reply|repl(?:y|ies)|responses?|discussion|conversation|thoughts)(?: (?:on|to|to this|policy|section|below|here|are closed|so far)\\b.{0,60})?(?: ?\\[?\\(? ?\\d+ ?\\)?\\]?)?|comments?(?: are closed.{0,3}| \\(\\d+\\)| closed)?|what do you think\\??|join the (?:conversation|discussion).{0,20}|leave a (?:reply|comment|response).{0,40}|\\d+ thoughts? on .{0,80}",
    ),
  },
  {
    name: "comment control",
    words: 9,
    pattern: whole(
      "reply(?: to .{0,24})?|report(?: (?:abuse|comment|this))?|flag(?: .{0,16})?|post comment|submit comment|cancel reply|(?:name|email|e-mail|website|comment|message|url|phone|first name|last name)(?: ?\\*| \\(required\\)| address.{0,3}| \\(optional\\))?|upvote|downvote|log ?in (?:or .{0,20})?to (?:comment|reply|post|leave).{0,30}|notify me of .{0,50}|save my name.{0,100}|your email address will not be published.{0,60}|required fields are marked.{0,6}|newest|oldest|sort by.{0,20}|permalink|quote|edited|\\d+ (?:points?|votes?|likes?|upvotes?)",
    ),
  },
  {
    name: "advertisement",
    words: 7,
    pattern: whole(
      "ad(?:s|vert(?:isement|ising|orial|isment)?s?)?(?: (?:continue|loading|-|feedback)\\b.{0,30})?|sponsor(?:ed)?(?: (?:by|content|post|links?)\\b.{0,24})?|promoted(?: content)?|paid (?:content|post|partnership)|remove ads|story continues below.{0,30}|article continues (?:below|after).{0,30}|continue reading below.{0,16}|(?:scroll|skip) (?:to|down) (?:to )?continue.{0,24}|ad feedback|skip advertisement|partner content",
    ),
  },
  {
    name: "call to subscribe",
    words: 60,
    pattern: holding(
      "sign up (?:for|to|here|now)|subscribe (?:to|now|here|today|for)|(?:our|free|daily|weekly|the|this|email|e-mail) newsletters?|newsletter|get (?:the|our) (?:latest|best|newsletter|app|free)|(?:delivered|straight|sent) (?:\\S+ )*(?:to )?your (?:inbox|e-?mail)|follow (?:us|me|him|her|them) on|join (?:our|the|us) (?:newsletter|community|mailing list|\\w+ channel)|unsubscribe|already a subscriber|to continue reading|(?:support|become) (?:our|us|a) (?:work|member|patron|supporter|subscriber|journalism)|download (?:our|the) app|free trial|breaking news alerts|push notifications?|like us on|your inbox",
    ),
  },
  {
    name: "legal notice",
    words: 90,
    pattern: holding(
      "all rights reserved|copyright|©|\\(c\\) \\d{4}|terms (?:of (?:use|service)|and conditions|& conditions)|privacy policy|privacy notice|cookie (?:policy|settings|notice|preferences)|do not sell (?:or share )?my.{0,24}|may not be (?:published|reproduced|copied|republished)|registered (?:in|trademark|office|company|charity)|affiliate (?:links?|commission|disclosure|program)|earn(?:s)? (?:a |an )?(?:affiliate )?commissions?|disclaimer|editorial (?:policy|guidelines|standards)|accessibility statement|powered by|proudly powered",
    ),
  },
  {
    name: "consent notice",
    words: 120,
    pattern: holding(
      "(?:we|site|website|that) (?:and our partners )?uses? cookies|uses cookies|cookies? (?:to|are|and similar)|accept (?:all )?cookies|manage (?:consent|preferences|cookies)|accept all|reject all|privacy preferences|your consent|recaptcha|javascript (?:is|to|in)|enable javascript|your browser|ad ?block(?:er)?s?|browser does not support",
    ),
  },
  {
    name: "counter",
    words: 6,
    pattern:
      /^[•·|(]*\s*\d[\d.,]*\s*[kKmM]?\+?\s*(?:comments?|shares?|likes?|views?|reads?|replies|min(?:ute)?s?(?:[ -]read)?|mins? (?:to )?read(?:ing)?|votes?|followers|retweets|claps|reactions|responses?|photos?|images?|videos?|results?)\.?(?: (?:ago|so far|time))?$/iu,
  },
  {
    name: "counter",
    words: 5,
    pattern:
      /^(?:(?:reading|read) time\b.{0,24}|time to read\b.{0,16}|[\d.,:\s/%+$€£|()#-]+|estimated read.{0,20}|\d+ (?:sec|min|hour|hr|day|week|month|year)s? ago)$/iu,
  },
  {
    name: "loading message",
    words: 9,
    pattern: whole(
      "loading.{0,24}|please wait.{0,10}|(?:something|an error) (?:went wrong|has occurred|occurred).{0,30}|try again.{0,10}|no results.{0,16}|refresh.{0,16}|thank you(?: for (?:your|signing|subscribing).{0,40})?!?|this (?:video|content) (?:is not|isn.t|can ?not|could not).{0,50}|video unavailable.{0,20}|success!?|error!?|advertisement loading.{0,8}",
    ),
  },
  {
    name: "player control",
    words: 8,
    pattern: whole(
      "play(?: .{0,20})?|pause|(?:un)?mute|volume|fullscreen|full screen|captions?|subtitles?|(?:current|remaining) time|duration|\\d+x|\\d+:\\d+(?: ?/ ?\\d+:\\d+)?|listen(?: to (?:this )?.{0,24})?|watch(?: now| video| live)?|(?:enlarge|expand|zoom|view|hide|toggle) (?:image|photo|caption|gallery|fullscreen|full ?screen|larger).{0,20}|slideshow|image \\d+ of \\d+|\\d+ of \\d+|\\d+ ?/ ?\\d+|slide \\d+.{0,8}|text size.{0,8}|click to enlarge.{0,8}|scroll|swipe.{0,20}|video player .{0,24}|transcript|a\\+?|a-|image caption|image source.{0,30}|media caption|open image .{0,16}|photos?",
    ),
  },
  {
    name: "tag line",
    words: 40,
    pattern: opening(
      "(?:tags?|topics?|filed under|categories|category|tagged(?: with| as| in)?|posted (?:in|under)|keywords|related topics|explore more on these topics|read more about|more on|see more|mentioned in this article|in this story)\\s*[:：]|#\\p{L}[\\p{L}\\d_]*\\s+#|(?:filed under|posted in|tagged)\\b",
    ),
  },
  {
    name: "author note",
    words: 120,
    pattern: holding(
      "(?:is|was) (?:a|an|the) (?:\\S+ ){0,5}(?:reporter|journalist|writer|editor|correspondent|columnist|contributor|author|freelance\\S*|producer|blogger|copywriter|content (?:writer|manager|marketer))|follow (?:him|her|them) (?:on|at)|(?:can be )?reached at|(?:e-?mail|contact) (?:him|her|them|the (?:author|reporter|writer))|written by|reviewed by|fact[- ]checked|edited by|(?:additional )?reporting by|writing by|view (?:all|more) (?:posts|articles|stories) by|posts by|more (?:posts|articles|stories) by|all (?:posts|articles) by|see full bio|full bio|read (?:full )?bio|contributed to this (?:report|story|article)",
    ),
  },
  {
    name: "contact line",
    words: 30,
    pattern:
      /\b(?:tel|phone|fax|call us|toll[- ]free)\b\.?:?\s*[+(\d]|\b[\w.+-]+@[\w-]+\.\w{2,}|\[email\s?protected\]/iu,
  },

  // German
  {
    name: "share button",
    words: 7,
    pattern: whole(
      "teilen(?: auf .{0,16})?|per e-?mail .{0,16}|drucken|merken|artikel (?:teilen|merken|drucken|versenden|anhören|vorlesen).{0,12}|link kopier(?:en|t).{0,8}|empfehlen|vorlesen|weiterleiten|speichern|mailen|gemerkt|feedback|folgen|in (?:der )?app öffnen",
    ),
  },
  {
    name: "site navigation",
    words: 7,
    pattern: whole(
      "startseite|zum (?:inhalt|hauptinhalt|seitenanfang|menü|content).{0,20}|zur (?:navigation|startseite|suche|hauptnavigation|übersicht).{0,16}|zurück.{0,16}|nach oben|suche(?:n)?|menü.{0,12}|schlie(?:ß|ss)en|öffnen|weiter|mehr|alle(?:s)? anzeigen|mehr (?:anzeigen|laden)|politik|wirtschaft|sport|kultur|panorama|wissen|gesellschaft|meinung|reise|ausland|inland|regional(?:es)?|wetter|themen|ressorts?|archiv|impressum|kontakt|datenschutz.{0,16}|agb|über uns|jobs|karriere|hilfe|navigation|übersicht|bildschirmleser.{0,16}|lesezeit.{0,24}|inhalt(?:sverzeichnis)?|zusammenfassung anzeigen",
    ),
  },
  {
    name: "account link",
    words: 7,
    pattern: whole(
      "anmelden|abmelden|registrieren|login|einloggen|ausloggen|mein (?:konto|abo|profil).{0,12}|abo(?:nnieren|nnement|s)?|jetzt (?:abonnieren|anmelden|testen|registrieren|lesen|kaufen|sichern|spenden).{0,16}|e-?paper|newsletter|passwort vergessen\\??|konto|spenden|merkliste",
    ),
  },
  {
    name: "heading of related links",
    words: 9,
    pattern: whole(
      "mehr (?:zum thema|zu|aus|von|lesen|artikel|nachrichten|dazu|themen|news|in)\\b.{0,40}|(?:das )?könnte (?:sie|dich|ihnen) auch .{0,24}|auch interessant.{0,16}|lesen sie (?:auch|dazu|mehr|hier|jetzt|weiter).{0,20}|lesen sie .{0,6}|weitere (?:artikel|themen|meldungen|nachrichten|news|beiträge|informationen|infos|links|inhalte).{0,24}|zum thema.{0,4}|meistgelesen.{0,20}|meist ?gelesen.{0,10}|meistkommentiert.{0,4}|beliebt.{0,16}|empfehlungen.{0,24}|(?:unsere )?empfehlung.{0,20}|aktuelle(?:s)?(?: .{0,20})?|neueste .{0,20}|ähnliche .{0,16}|verwandte .{0,16}|links?(?: zum thema)?|top-?(?:themen|artikel|news)|im fokus|schlagwörter|schlagworte|stichworte|themen|ebenfalls interessant|auch spannend|passend dazu|nächster artikel|vorheriger artikel|teaser|das wichtigste.{0,16}|quellen?|mehr",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "(?:lesen sie (?:auch|dazu|hier|mehr)|lesen sie|auch interessant|mehr (?:dazu|zum thema|infos)|siehe auch|zum (?:thema|weiterlesen)|passend dazu|lesetipp|mehr lesen|interview|video|podcast|newsletter|live(?:blog|ticker)?|kommentar|hintergrund|überblick)\\s*[:：|+]|lesen sie (?:auch|dazu)",
    ),
  },
  {
    name: "heading of comments",
    words: 8,
    pattern: whole(
      "(?:\\d+ )?kommentare?(?: .{0,40})?|kommentar (?:schreiben|verfassen|abgeben|hinterlassen).{0,16}|diskutieren.{0,24}|leserkommentare|schreiben sie .{0,24}kommentar.{0,10}|antwort(?:en)?(?: .{0,24})?|diskussion.{0,16}|forum|debatte|mitdiskutieren",
    ),
  },
  {
    name: "advertisement",
    words: 4,
    pattern: whole(
      "anzeigen?|werbung.{0,12}|advertorial|externer inhalt.{0,24}|empfohlener (?:externer )?inhalt.{0,24}|redaktioneller inhalt|sponsored",
    ),
  },
  {
    name: "consent notice",
    words: 90,
    pattern: holding(
      "externe(?:n|r)? inhalt(?:e|en|s)?|personenbezogene daten|datenschutzerklärung|cookies|einwilligung|zustimm(?:en|ung)|drittplattformen|javascript",
    ),
  },
  {
    name: "call to subscribe",
    words: 50,
    pattern: holding(
      "newsletter|whatsapp-kanal|jetzt abonnieren|kostenlos (?:testen|anmelden|lesen|registrieren)|push-(?:nachrichten|meldungen)|abonnieren sie|melden sie sich|folgen sie uns|abonnenten|weiterlesen mit|(?:zum|mit) abo|im abo|probeabo|registrieren sie sich",
    ),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "alle rechte vorbehalten|nutzungsbedingungen|datenschutz(?:erklärung|hinweise)?|impressum|agb|urheberrecht\\S*|haftungsausschluss|netiquette",
    ),
  },
  {
    name: "author note",
    words: 50,
    pattern: holding(
      "\\((?:dpa|afp|apa|sid|red|sda|rts|reuters)[^)]{0,24}\\)$|mit material von|mit informationen von|über (?:den|die) autor(?:in)?",
    ),
  },
  {
    name: "counter",
    words: 7,
    pattern:
      /^(?:lesezeit\b.{0,24}|\d+ (?:min(?:uten?)?\.?|kommentare?|bilder|fotos|sek\.?)(?: lesezeit| lesedauer)?|(?:ca\. )?\d+ min\.?.{0,12}|lesedauer.{0,20})$/iu,
  },

  // French, Spanish, Italian, Portuguese
  {
    name: "share button",
    words: 7,
    pattern: whole(
      "partager(?: .{0,24})?|imprimer|envoyer.{0,16}|copier le lien|compartir(?: .{0,20})?|imprimir|enviar.{0,12}|copiar enlace|guardar|condividi(?: .{0,16})?|stampa|compartilh(?:ar|e)(?: .{0,16})?|écouter.{0,16}|offrir.{0,16}|réagir|comentar|dividir|google noticias",
    ),
  },
  {
    name: "site navigation",
    words: 7,
    pattern: whole(
      "accueil|aller (?:au|à|à la) .{0,24}|rechercher?|fermer|retour.{0,16}|inicio|portada|buscar|cerrar|volver.{0,12}|ir al? .{0,20}|última hora|sociedad|economía|política|deportes|cultura|opinión|internacional|home|cerca|chiudi|cronaca|esteri|economia|politica|sport|pesquisar|fechar|monde|société|économie|culture|santé|météo|europe|actualités?|voir plus|voir tous?|ver más|ver todos|leggi tutto|sommaire|plan du site|contacts?",
    ),
  },
  {
    name: "account link",
    words: 7,
    pattern: whole(
      "(?:se )?(?:connecter|connexion)|s[’']abonner.{0,16}|s[’']inscrire|mon compte|abonnez-vous.{0,20}|iniciar sesión|suscr[ií]b(?:ete|irse|ase).{0,16}|regístrate.{0,12}|mi cuenta|accedi|registrati|abbonati.{0,16}|entrar|assin(?:e|ar).{0,12}|hazte (?:socio|socia).{0,16}",
    ),
  },
  {
    name: "heading of related links",
    words: 8,
    pattern: whole(
      "(?:à )?lire (?:aussi|plus|également|la suite).{0,16}|sur le même (?:sujet|thème)|articles? (?:liés|associés|similaires|recommandés).{0,12}|les plus (?:lus|populaires|partagés).{0,10}|à (?:ne pas manquer|découvrir|la une).{0,12}|voir aussi|pour (?:aller plus loin|approfondir)|dans la même .{0,20}|vous aimerez .{0,16}|(?:noticias|artículos|temas|contenidos) (?:relacionad[oa]s|destacad[oa]s)|(?:lo )?más (?:leído|visto|noticias|información|en|sobre)\\b.{0,24}|te puede interesar.{0,8}|también te .{0,20}|lee también|leer más|lo último|leggi anche|articoli (?:correlati|recenti|simili)|potrebbe interessarti.{0,12}|i più letti|più letti|leia (?:também|mais)|mais lidas|veja também|relacionad[oa]s|mots-clés|etiquetas|temas|newsletter",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|(?:lee|leer|lea|ver) (?:también|más)|te puede interesar|leggi anche|leia também|relacionado\\s*:",
    ),
  },
  {
    name: "heading of comments",
    words: 7,
    pattern: whole(
      "(?:\\d+ )?commentaires?(?: .{0,30})?|laisser un commentaire|réagissez|(?:\\d+ )?comentarios?(?: .{0,30})?|deja (?:un|tu) comentario|(?:\\d+ )?commenti(?: .{0,24})?|lascia un commento|(?:\\d+ )?comentários?|deixe (?:um|seu) comentário|contribuer",
    ),
  },
  {
    name: "advertisement",
    words: 4,
    pattern: whole(
      "publicité|publicidad|pubblicità|publicidade|contenu sponsorisé|la suite après (?:la|cette) publicité|sponsorisé",
    ),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "tous droits réservés|mentions légales|conditions générales.{0,16}|politique de (?:confidentialité|cookies)|todos los derechos reservados|aviso legal|política de (?:privacidad|cookies)|tutti i diritti riservati|todos os direitos reservados|derechos reservados|gestion des cookies",
    ),
  },
  {
    name: "call to subscribe",
    words: 50,
    pattern: holding(
      "newsletters?|inscrivez-vous|abonnez-vous|recevez|réservé (?:aux abonnés|à nos abonnés)|suscríbete|apúntate|recibe(?: en tu)?|iscriviti|inscreva-se|boletín|boletines",
    ),
  },

  // Dutch, Scandinavian, Polish, Russian, Ukrainian, Turkish
  {
    name: "share button",
    words: 6,
    pattern: whole(
      "delen|deel .{0,16}|del(?: .{0,12})?|dela(?: .{0,12})?|kopier lenke|udostępnij.{0,12}|drukuj|поделиться.{0,16}|скопировать ссылку|вконтакте|одноклассники|поширити.{0,12}|paylaş.{0,12}|yazdır|spara|lagre",
    ),
  },
  {
    name: "site navigation",
    words: 6,
    pattern: whole(
      "naar .{0,20}|zoeken|sluiten?|søk|lukk|hopp til .{0,16}|hoppa till .{0,16}|sök|stäng|meny|hjem|hem|szukaj|zamknij|strona główna|поиск|закрыть|главная|меню|меню сайта|закрыть меню|экономика|политика|общество|культура|спорт|предыдущая страница|следующая страница|выйти из полноэкранного режима|развернуть на весь экран|ara|kapat|ana sayfa|anasayfa|gündem|dünya|ekonomi|spor|sağlık|innenriks|utenriks|nyheter|kultur|debatt|tips oss.{0,12}",
    ),
  },
  {
    name: "account link",
    words: 6,
    pattern: whole(
      "inloggen|aanmelden|logg inn|logga in|bli (?:kunde|medlem|abonnent|prenumerant).{0,12}|zaloguj.{0,8}|zarejestruj.{0,8}|войти|вход|подписаться.{0,16}|подписка|giriş(?: yap)?|üye ol|abone ol",
    ),
  },
  {
    name: "heading of related links",
    words: 7,
    pattern: whole(
      "lees (?:ook|meer|verder).{0,20}|meer (?:over|nieuws|van).{0,20}|meest gelezen|les (?:også|mer|flere).{0,20}|läs (?:också|mer|även).{0,20}|mest lest|mest lästa|senaste.{0,16}|siste.{0,16}|mer (?:om|fra|från).{0,20}|flere .{0,12}|czytaj (?:także|również|więcej|też).{0,12}|zobacz (?:także|też|więcej).{0,8}|najczęściej czytane|najnowsze.{0,12}|polecane|читайте (?:также|тоже|ещё|еще).{0,8}|самое читаемое|новости (?:компаний|партн[её]ров).{0,8}|похожие .{0,12}|по теме|главное.{0,8}|темы|подписывайтесь.{0,24}|читайте.{0,12}|ilgili haberler|(?:çok|en çok) okunan.{0,10}|diğer haberler|son dakika.{0,8}|hastighet|relaterat",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "lees ook|les også|läs (?:också|mer|även)|czytaj (?:także|też|więcej)|zobacz (?:także|też)|читайте (?:также|ещё|еще)|читати також|lestu (?:meira|líka)|mer om",
    ),
  },
  {
    name: "heading of comments",
    words: 6,
    pattern: whole(
      "(?:\\d+ )?reacties?.{0,12}|(?:\\d+ )?kommentarer?.{0,16}|(?:\\d+ )?komentarz(?:e|y)?.{0,16}|комментарии.{0,12}|комментировать.{0,8}|коментарі|yorum(?:lar)?.{0,12}",
    ),
  },
  {
    name: "advertisement",
    words: 5,
    pattern: whole(
      "advertentie|annonse(?:r|rad)?|annons(?:er)?|reklama.{0,8}|реклама.{0,30}|партнерские проекты|promocja|reklam(?:lar)?|saken fortsetter under.{0,16}|artikkelen fortsetter.{0,24}|annonsørinnhold",
    ),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "alle rechten voorbehouden|alle rettigheter|ansvarlig (?:redaktør|utgiver).{0,8}|ansvarig utgivare|wszelkie prawa zastrzeżone|polityka prywatności|regulamin|все права защищены|зарегистрировано федеральной службой|политика конфиденциальности|tüm hakları saklıdır|gizlilik politikası|personvern\\S*|vær varsom-plakaten",
    ),
  },

  // Japanese, Korean, Chinese
  {
    name: "share button",
    words: 8,
    pattern:
      /^(?:シェア.{0,12}|共有|印刷|保存.{0,6}|ブックマーク|はてな.{0,10}|ツイート|メール|記事を.{0,8}|공유.{0,8}|스크랩|프린트|인쇄|글자\s?크기.{0,8}|분享|分享.{0,8}|列印|收藏|文字サイズ.{0,8}|URLコピー|リンクを?コピー.{0,6})$/u,
  },
  {
    name: "site navigation",
    words: 8,
    pattern:
      /^(?:トップ|ホーム|メニュー|検索|閉じる|戻る|次へ|前へ|一覧.{0,8}|もっと見る|すべて見る|社会|政治|経済|国際|スポーツ|文化|速報|ランキング|검색|메뉴|닫기|홈|정치|경제|사회|국제|문화|스포츠|전체보기|더보기|首页|首頁|搜索|搜尋|菜单|選單|关闭|返回)$/u,
  },
  {
    name: "account link",
    words: 8,
    pattern:
      /^(?:ログイン|会員登録.{0,8}|無料.{0,12}|有料.{0,12}|購読.{0,8}|新規登録.{0,6}|로그인|회원가입|구독.{0,8}|登录|登入|注册|註冊)$/u,
  },
  {
    name: "heading of related links",
    words: 8,
    pattern:
      /^[【\s■●]*(?:関連(?:記事|ニュース|リンク|特集|キーワード|トピック)?|あわせて読みたい.{0,6}|おすすめ.{0,10}|人気(?:記事|の).{0,10}|(?:アクセス)?ランキング.{0,8}|最新(?:記事|ニュース).{0,8}|注目.{0,8}|ピックアップ|新着.{0,8}|この記事.{0,16}|関連.{0,10}|관련\s?(?:기사|뉴스).{0,6}|많이 본.{0,8}|인기.{0,8}|추천.{0,8}|최신.{0,8}|주요\s?뉴스|相关.{0,8}|相關.{0,8}|热门.{0,6}|熱門.{0,6}|推荐.{0,8}|推薦.{0,8}|延伸閱讀)[】\s]*$/u,
  },
  {
    name: "legal notice",
    words: 60,
    pattern:
      /無断転載|禁無断|著作権|プライバシーポリシー|利用規約|무단\s?(?:전재|복제|배포)|저작권|개인정보|版权所有|版權所有/u,
  },
  {
    name: "call to subscribe",
    words: 60,
    pattern: /残り\d*.{0,4}文字|有料会員|会員限定|続きを読む|この記事は|ログインして|구독하기|전체 문장/u,
  },
  {
    name: "heading of comments",
    words: 8,
    pattern: /^(?:コメント.{0,12}|댓글.{0,12}|评论.{0,8}|評論.{0,8}|留言.{0,8})$/u,
  },
];

/** Kinds of clutter a line shows, without repeats. `words` is the line's length in words. */
export function nameNoise(text: string, words: number): readonly NoiseName[] {
  const names: NoiseName[] = [];
  for (const rule of NOISE) {
    if (words <= rule.words && !names.includes(rule.name) && rule.pattern.test(text)) names.push(rule.name);
  }
  return names;
}
