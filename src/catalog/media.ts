// What may be published beside articles: pictures, recordings, films and documents, by the ending of their names.

const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    apng: "image/apng",
    avif: "image/avif",
    bmp: "image/bmp",
    gif: "image/gif",
    jfif: "image/jpeg",
    jpeg: "image/jpeg",
    jpg: "image/jpeg",
    png: "image/png",
    svg: "image/svg+xml",
    tif: "image/tiff",
    tiff: "image/tiff",
    webp: "image/webp",

    aac: "audio/aac",
    flac: "audio/flac",
    m4a: "audio/mp4",
    m4b: "audio/mp4",
    mp3: "audio/mpeg",
    oga: "audio/ogg",
    ogg: "audio/ogg",
    opus: "audio/ogg",
    wav: "audio/wav",
    weba: "audio/webm",

    m4v: "video/mp4",
    mov: "video/quicktime",
    mp4: "video/mp4",
    ogv: "video/ogg",
    webm: "video/webm",

    csv: "text/csv",
    doc: "application/msword",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    epub: "application/epub+zip",
    gpx: "application/gpx+xml",
    mobi: "application/x-mobipocket-ebook",
    odp: "application/vnd.oasis.opendocument.presentation",
    ods: "application/vnd.oasis.opendocument.spreadsheet",
    odt: "application/vnd.oasis.opendocument.text",
    pdf: "application/pdf",
    ppt: "application/vnd.ms-powerpoint",
    pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    srt: "application/x-subrip",
    vtt: "text/vtt",
    xls: "application/vnd.ms-excel",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    zip: "application/zip",
  }),
);

/** Every ending with its media type. */
export const mediaTypes: Iterable<readonly [ending: string, type: string]> = types;

/** The media type of a file by the ending of its name, address or path; null for what is not published. */
export function mediaTypeOf(name: string): string | null {
  return types.get(endingOf(name)) ?? null;
}

/** The ending of a name, address or path in small letters, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.(\w+)(?:[?#].*)?$/s.exec(name)?.[1]?.toLowerCase() ?? "";
}
