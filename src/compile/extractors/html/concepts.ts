// What templates call the parts of a page: concepts, and the words for them in class names and ids. Data.

/** Concept → the words for it, in English and the languages templates are written in. */
export const CONCEPTS: Readonly<Record<string, string>> = {
  // The article and its parts.
  article: "article articles artikel artigo articulo nota noticia news story hentry postarticle",
  body: "body articlebody storybody bodytext articletext bodycopy entrycontent postcontent articlecontent newsbody contentbody maincontent storytext posttext articledetail detailcontent fck cuerpo corpo",
  content: "content contents contenido contenu inhalt conteudo",
  entry: "entry singular single post blogpost posting",
  text: "text txt copy richtext wysiwyg prose markdown formatted texto rte paragraphs",
  paragraph: "paragraph para paragraf absatz paragraphe",
  main: "main primary hauptinhalt principal",
  headline: "headline title titles heading heads head titel titre titulo hed overskrift",
  subtitle:
    "subtitle subhead subheading subheadline subheader dek deck standfirst tagline subtitel underrubrik strapline",
  lead: "lead lede intro introduction teasertext vorspann chapo chapeau sapo ingress excerpt preamble abstract entradilla sommario manchete",
  summary: "summary summaries keypoints highlights takeaways tldr bullets",
  quote: "quote quotes blockquote pullquote zitat citation",
  list: "list lists ul ol listing",
  item: "item items listitem li element",
  table: "table td tr cell row datatable",
  code: "code highlight pre",
  note: "note notes notice correction footnote footnotes",
  source: "source sources references reference quelle nguon fonte fuente",
  faq: "faq faqs accordion accordions collapse collapsible expandable expand details",
  toc: "toc tableofcontents jump",
  // Around pictures and recordings.
  caption:
    "caption captions figcaption bildunterschrift legende leyenda didascalia bildtext cutline imagecaption photocaption legend captiontext imgcaption",
  credit:
    "credit credits photographer attribution copyright bildquelle creditos imagecredit photocredit courtesy rights",
  image:
    "image images img photo photos picture figure figur foto bild bilder media asset illustration thumbnail thumb thumbs",
  gallery: "gallery galerie slideshow slider carousel swiper slide slides lightbox glide slick splide",
  video: "video videos player youtube vimeo brightcove jwplayer embed embedded clip",
  audio: "audio podcast podcasts listen readaloud readspeaker",
  chart: "chart infographic graphic datawrapper map",
  // Who and when.
  author: "author authors autor auteur autore writer contributor contributors vcard forfatter",
  byline: "byline bylines dateline signature",
  bio: "bio biography aboutauthor profile profiles avatar person authorbox",
  date: "date time timestamp datum fecha updated published publish pubdate datetime publication duration readtime reading",
  meta: "meta metadata info details infos postmeta entrymeta",
  location: "location place city country address",
  // Other articles.
  related:
    "related relacionadas relacionados similar ver verwandt tinlienquan lienquan mehr thema xem recommended recommendations recommendation recommend recirc recirculation outbrain taboola yarpp crosslink readalso seealso zergnet",
  more: "more mas plus next prev previous pagination pager nextprev navposts nav-links further continue readmore",
  teaser:
    "teaser teasers promo promos tease card cards tile tiles feature featured spotlight preview block-link",
  latest:
    "latest recent new newest trending popular most top mostread hot ranking rank live ticker stream feed aktuelle",
  category:
    "category categories cat rubric rubrik kicker eyebrow roofline topline section-name ressort label labels channel overline dachzeile",
  tags: "tag tags topic topics keyword keywords taxonomy hashtag hashtags",
  series: "series collection dossier",
  // Readers doing things.
  share:
    "share sharing shares social socials sharedaddy addthis sharebar sharetools shariff sociable sharethis socialshare",
  network:
    "facebook fb twitter tweet whatsapp linkedin pinterest reddit telegram instagram tiktok google rss flipboard",
  follow: "follow follows following follower join connect",
  newsletter:
    "newsletter newsletters signup subscribe subscription subscriber mailing mailchimp sign inbox optin abo abonnement abonnieren nieuwsbrief",
  paywall: "paywall premium metered piano regwall gate locked gated subscriberonly barrier",
  comment:
    "comment comments reply respond discussion disqus kommentar kommentare commentform commentlist responses conversation forum binhluan comentarios reactie",
  login: "login account register user member logged password",
  tools:
    "tool tools toolbar print email mail bookmark save copylink action actions utility buttons fontsize font",
  rating:
    "rating ratings vote votes star stars review reviews score like likes reaction reactions feedback helpful poll survey quiz",
  search: "search suche searchform buscar",
  form: "form forms field fields input submit checkbox select option",
  button: "button btn cta buttons",
  link: "link links anchor",
  // The site around it.
  nav: "nav navigation menu menus navbar submenu menuitem subnav mainmenu mainnav navi topnav hamburger burger megamenu dropdown",
  breadcrumb: "breadcrumb breadcrumbs crumb crumbs",
  header: "header masthead banner topbar branding",
  footer: "footer colophon contentinfo bottom foot sitefooter fuss",
  sidebar: "sidebar aside side rail complementary right left secondary tertiary supplementary",
  widget: "widget widgets widgettitle textwidget module",
  logo: "logo brand icon icons",
  legal: "legal disclaimer disclosure privacy policy terms imprint impressum boilerplate copyright affiliate",
  cookie: "cookie cookies consent gdpr cmp onetrust cookiebot privacymanager usercentrics didomi",
  ad: "ad ads advert advertisement adslot advertising sponsored sponsor werbung anzeige pub publicite publicidad dfp gpt banner-ad partner partners commercial admanager",
  shop: "product products price prices shop store buy cart deal deals offer offers merchant",
  about: "about contact company service services brandinfo aboutus",
  event: "event events job jobs course courses",
  factbox:
    "factbox fact facts infobox faktaboks faktaruta fakta faktabox infokasten boxout sideinfo callout fyi",
  box: "box boxed panel aside-box inset highlightbox kasten",
  modal:
    "modal popup overlay dialog lightboxoverlay toast snackbar interstitial flyout drawer offcanvas tooltip",
  hidden:
    "hidden hide hdn invisible visually sr screenreader screen sronly none collapsed noscript skip offscreen",
  print: "printonly noprint nocontent exclude",
  archive: "archive archives index",
  hero: "hero opener stage aufmacher jumbotron cover featuredimage",
  message: "message alert error success warning loading status notification",
  sport: "score scores result results stats standings lineup stock stocks quote-box weather",
};
