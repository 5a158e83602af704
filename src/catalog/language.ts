// Language tags (BCP 47), as far as anything here depends on them.

/** The language of a tag without region or script: "vi" of "vi-VN" (RFC 5646 §2.2.1). */
export function primaryLanguage(lang: string): string {
  return lang.split("-", 1)[0]?.toLowerCase() ?? "";
}
