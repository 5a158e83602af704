// The words of the interface in English.

import { limits } from "../../catalog/query.ts";
import { countIn, numberIn, quoteShort, type Words } from "./table.ts";

export const english: Words = {
  lang: "en",
  dateLocale: "en-GB",
  dateFields: { day: "numeric", month: "long" },

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

  queryDescription: (title) => `A feed of your choice: ${title}.`,
  queryLede:
    "This is a feed of its own: subscribe to its address, and every new article that matches will come to you.",
  emptyQuery:
    "No article matches this choice yet. Subscribe now and the first one that does will come to you.",
  withoutWords: "Without these words",
  allLanguages: "All languages",
  onlyIn: (language) => `Only ${language}`,
  previewKicker: "Preview of a feed",
  preview:
    "You have opened the address of a feed. It is meant for a feed reader: copy it into one, and new articles will come to you. This page previews what the feed holds now.",

  search: "Search",
  searchAll: "Search all articles",
  searchIn: (title) => `Search the topic ${title}`,
  searchHere: "Search this feed",
  searchHint: "Accents may be left out; quotation marks find the exact phrase.",

  build: "Build your own feed",
  buildWhy:
    "Only what is about two topics at once, several topics in one, or a topic without what you do not care for: the result is a feed of your own, with an address to subscribe to.",
  buildOpen: "Choose topics, a language and words",
  buildAnew: "Build your own feed from scratch",
  buildAny: "Articles about at least one of these topics",
  buildAll: "and also about",
  buildNone: "but not about",
  anyTopic: "Anything",
  noTopic: "Nothing left out",
  buildWords: "with the words",
  buildSubmit: "Show this feed",
  refine: "Combine with another topic",
  refineAnd: "Only articles also about it",
  refineOr: "Add articles about it",
  refineNot: "Leave out articles about it",
  otherTopic: "Topic",
  chooseTopic: "Choose a topic",

  subscribe: "Subscribe",
  subscribeHow: "Copy this address into a feed reader, and new articles will come to you.",
  subscribeWhy: "No account, no algorithm, stop whenever you like.",
  onePerTopic: "Every topic is a feed of its own: choose what you care about and receive nothing else.",
  copyAddress: "Copy address",
  copied: "Copied",
  addTo: "Or add it to",
  ownReader: "App on this device",
  subscribeSearch: "Subscribe to this search",
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
  titleDerived: "The source gives no title; the one above is made from its first words.",
  captions: "Picture captions",
  captionsLost: "The capture lost the pictures and kept their captions.",
  enclosures: "Attached files",

  missing: "There is no such page",
  missingSentence: "The address may have been mistyped, or the page is no longer here.",
  retracted: "This article was withdrawn",
  retractedSentence: "The article that was here has been withdrawn by its publisher.",
  retractedReason: "Reason:",
  refused: "This request cannot be answered",
  refusals: {
    "unknown-topic": ({ topic }) => `There is no topic ${quoteShort(topic)}. The home page lists all topics.`,
    malformed: ({ near }) =>
      `${near === "" ? "A topic is missing" : `${quoteShort(near)} is not a topic`}. Topics are joined by “+” (both) or “,” (either); “!” in front of one means not.`,
    "too-many-terms": () =>
      `A feed combines at most ${limits.terms} topics, counting those repeated in each alternative. Leave some out.`,
    "never-true": () =>
      "No article can ever match: the same topic is both asked for and ruled out, or everything is ruled out.",
    "bad-language": ({ lang }) => `${quoteShort(lang)} is not a language tag. Examples are “vi” and “en”.`,
    "too-many-words": () =>
      `A search takes at most ${limits.words} words and ${limits.searchLength} characters. Leave some out.`,
  },
  backHome: "Back to the home page",
};
