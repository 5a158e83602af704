// Media RSS, for what RSS and Atom have no word for: https://www.rssboard.org/media-rss#media-content

import type { Enclosure } from "../catalog/article.ts";
import { mediaTypeOf } from "../catalog/media.ts";
import { element, type XmlElement } from "./xml.ts";

/** What `<media:content>` says of a file; what is not known is left out. */
export type Media = Omit<Enclosure, "type"> & { readonly type: string | null; readonly medium: string };

/** A lead image, its type by the ending of its address. */
export function imageOf(url: string, length: number | null = null): Media {
  return { url, type: mediaTypeOf(url), length, title: null, medium: "image" };
}

/** An enclosure. "Medium is the type of object (image | audio | video | document | executable)." */
export function mediaOf(enclosure: Enclosure): Media {
  return { ...enclosure, medium: /^(?:image|audio|video)(?=\/)/.exec(enclosure.type)?.[0] ?? "document" };
}

/** The element. */
export function writeMedia({ url, type, medium, length, title }: Media): XmlElement {
  const titles = title === null ? [] : [element("media:title", { type: "plain" }, title)];
  return element(
    "media:content",
    {
      url,
      ...(type === null ? {} : { type }),
      medium,
      ...(length === null ? {} : { fileSize: String(length) }),
    },
    ...titles,
  );
}
