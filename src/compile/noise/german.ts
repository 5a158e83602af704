// GERMAN_NOISE: what German pages carry around an article.

import { holding, type NoiseRule, opening, whole } from "./rule.ts";

/** What German pages carry around an article. A phrase is added to the row of its kind. */
export const GERMAN_NOISE: readonly NoiseRule[] = [
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
];
