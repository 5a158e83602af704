// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) as a list of checks, written from the specification.

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, { readonly check: Check; readonly required?: true }>>;

const isString: Check = (value) => typeof value === "string";
const isUrl: Check = (value) =>
  typeof value === "string" && /^https?:$/.test(URL.parse(value)?.protocol ?? "");
const isSize: Check = (value) => typeof value === "number" && value >= 0;
const isBoolean: Check = (value) => typeof value === "boolean";
/** RFC 3339 */
const isDate: Check = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
/** RFC 5646 */
const isLanguage: Check = (value) =>
  typeof value === "string" && Intl.getCanonicalLocales(value).length === 1;
const isStrings: Check = (value) => Array.isArray(value) && value.every(isString);

const authorFields: Fields = { name: { check: isString }, url: { check: isUrl }, avatar: { check: isUrl } };

const hubFields: Fields = {
  type: { check: isString, required: true },
  url: { check: isUrl, required: true },
};

const attachmentFields: Fields = {
  url: { check: isUrl, required: true },
  mime_type: {
    check: (value) => typeof value === "string" && /^[\w.+-]+\/[\w.+-]+$/.test(value),
    required: true,
  },
  title: { check: isString },
  size_in_bytes: { check: isSize },
  duration_in_seconds: { check: isSize },
};

const itemFields: Fields = {
  id: { check: (value) => typeof value === "string" && value !== "", required: true },
  url: { check: isUrl },
  external_url: { check: isUrl },
  title: { check: isString },
  content_html: { check: isString },
  content_text: { check: isString },
  summary: { check: isString },
  image: { check: isUrl },
  banner_image: { check: isUrl },
  date_published: { check: isDate },
  date_modified: { check: isDate },
  authors: { check: isListOf(authorFields) },
  tags: { check: isStrings },
  language: { check: isLanguage },
  attachments: { check: isListOf(attachmentFields) },
};

const feedFields: Fields = {
  version: { check: (value) => value === "https://jsonfeed.org/version/1.1", required: true },
  title: { check: isString, required: true },
  home_page_url: { check: isUrl },
  feed_url: { check: isUrl },
  description: { check: isString },
  user_comment: { check: isString },
  next_url: { check: isUrl },
  icon: { check: isUrl },
  favicon: { check: isUrl },
  authors: { check: isListOf(authorFields) },
  language: { check: isLanguage },
  expired: { check: isBoolean },
  hubs: { check: isListOf(hubFields) },
  items: { check: Array.isArray, required: true },
};

/** What breaks the specification; an empty list for a valid feed. */
export function findJsonFeedFaults(document: unknown): string[] {
  const faults = findFaults(document, feedFields, "feed");
  const { items } = document as { items?: unknown };
  const list: unknown[] = Array.isArray(items) ? items : [];
  const ids = list.map((item) => (item as { id?: unknown }).id);
  if (new Set(ids).size !== ids.length) faults.push("two items have one id");
  for (const [at, item] of list.entries()) {
    faults.push(...findFaults(item, itemFields, `items[${at}]`));
    const { content_html, content_text } = item as Record<string, unknown>;
    if (content_html === undefined && content_text === undefined) faults.push(`items[${at}] has no content`);
  }
  return faults;
}

function findFaults(value: unknown, fields: Fields, place: string): string[] {
  if (typeof value !== "object" || value === null) return [`${place} is no object`];
  const faults: string[] = [];
  for (const [name, { required }] of Object.entries(fields)) {
    if (required && !Object.hasOwn(value, name)) faults.push(`${place} has no ${name}`);
  }
  for (const [name, part] of Object.entries(value)) {
    const isExtension = /^_[A-Za-z][^.]*$/.test(name) && typeof part === "object" && part !== null;
    if (!isExtension && !fields[name]?.check(part))
      faults.push(`${place}.${name} is ${JSON.stringify(part)}`);
  }
  return faults;
}

/** "if you provide an author object, then at least one is required": an empty object is a fault everywhere. */
function isListOf(fields: Fields): Check {
  return (value) =>
    Array.isArray(value) &&
    value.every((part) => Object.keys(part).length > 0 && findFaults(part, fields, "").length === 0);
}
