// ENGLISH_NOISE: what English pages carry around an article.

import { holding, type NoiseRule, opening, whole } from "./rule.ts";

/** What English pages carry around an article. A phrase is added to the row of its kind. */
export const ENGLISH_NOISE: readonly NoiseRule[] = [
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
      /\b(?:tel|phone|fax|call us|toll[- ]free)\b\.?:?\s*[+(\d]|\w[.+-]*@[\w-]+\.\w{2,}|\[email\s?protected\]/iu,
  },
];
