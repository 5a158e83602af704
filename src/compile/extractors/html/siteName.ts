// isSiteName: whether a text is what the site of a page is called, however it is spelled.

import type { Metadata } from "./metadata.ts";

/** True for the name of the site, as its metadata or its host spells it. */
export function isSiteName(
  text: string,
  { siteName, address }: Pick<Metadata, "siteName" | "address">,
): boolean {
  const host = address === null ? "" : new URL(address.value).hostname.replace(/^www\./, "");
  const names = [siteName?.value ?? "", host, host.split(".").at(-2) ?? ""].filter((name) => name !== "");
  return names.some((name) => sameName(text, name));
}

/** True for two spellings of one name: "VnExpress", "vnexpress.net", "The New York Times". */
function sameName(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/^(?:the|der|die|das|le|la|báo)\s|[^\p{L}\p{N}]/gu, "");
  const [left, right] = [plain(a), plain(b)];
  if (left === "" || right === "") return false;
  return (
    left === right ||
    (left.length > 3 &&
      right.length > 3 &&
      [left.startsWith(right), left.endsWith(right), right.startsWith(left), right.endsWith(left)].includes(
        true,
      ))
  );
}
