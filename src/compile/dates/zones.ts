// offsetAt, zoneOffset: how far a clock is from UTC: of a named IANA zone at a moment, or of a zone as people write it.

/** Abbreviations news sites write, as minutes east of UTC. Ambiguous ones (CST, IST of Ireland) keep their commonest sense. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  UT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  EAT: 180,
  MSK: 180,
  IST: 330,
  ICT: 420,
  WIB: 420,
  MYT: 480,
  SGT: 480,
  HKT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** How a zone is written after a time: `Z`, `+0700`, `GMT+7`, `(UTC+07:00)`, `EDT`. */
export const ZONE =
  /\(?\b(?:(?:GMT|UTC)\s?([+-]\d{1,2})(?::?(\d{2}))?|([A-Z]{1,4}))\b\)?|([+-]\d{2}):?(\d{2})\b/;

/** Minutes east of UTC of a zone as {@link ZONE} matched it, or null when the letters name none we know. */
export function zoneOffset(match: RegExpMatchArray): number | null {
  const hours = match[1] ?? match[4];
  if (hours === undefined) return ABBREVIATIONS[match[3] ?? ""] ?? null;
  const minutes = Number(match[2] ?? match[5] ?? 0);
  const sign = hours.startsWith("-") ? -1 : 1;
  const offset = sign * (Math.abs(Number(hours)) * 60 + minutes);
  return Math.abs(offset) <= 14 * 60 && minutes < 60 ? offset : null;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Minutes east of UTC that clocks in `timeZone` (an IANA name) show when they read `local`, given as if it were
 * UTC milliseconds. In the hour a spring change skips, the offset before the change.
 */
export function offsetAt(timeZone: string, local: number): number {
  if (timeZone === "UTC") return 0;
  const guess = offsetAtInstant(timeZone, local);
  const second = offsetAtInstant(timeZone, local - guess * 60_000);
  if (second === guess) return guess;
  // Where the two take turns, no clock ever reads this: before a change in spring clocks are less far east.
  const third = offsetAtInstant(timeZone, local - second * 60_000);
  return Math.min(second, third);
}

function offsetAtInstant(timeZone: string, instant: number): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  const part = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const shown = Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
  return Math.round((shown - Math.floor(instant / 1000) * 1000) / 60_000);
}
