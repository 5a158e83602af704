// NORTHERN_NOISE: what Dutch, Scandinavian, Polish, Russian, Ukrainian and Turkish pages carry around an article.

import { holding, type NoiseRule, opening, whole } from "./rule.ts";

/** What Dutch, Scandinavian, Polish, Russian, Ukrainian and Turkish pages carry around an article. A phrase is added to the row of its kind. */
export const NORTHERN_NOISE: readonly NoiseRule[] = [
  {
    name: "share button",
    words: 6,
    pattern: whole(
      "delen|deel .{0,16}|del(?: .{0,12})?|dela(?: .{0,12})?|kopier lenke|udostępnij.{0,12}|drukuj|поделиться.{0,16}|скопировать ссылку|вконтакте|одноклассники|поширити.{0,12}|paylaş.{0,12}|yazdır|spara|lagre",
    ),
  },
  {
    name: "site navigation",
    words: 6,
    pattern: whole(
      "naar .{0,20}|zoeken|sluiten?|søk|lukk|hopp til .{0,16}|hoppa till .{0,16}|sök|stäng|meny|hjem|hem|szukaj|zamknij|strona główna|поиск|закрыть|главная|меню|меню сайта|закрыть меню|экономика|политика|общество|культура|спорт|предыдущая страница|следующая страница|выйти из полноэкранного режима|развернуть на весь экран|ara|kapat|ana sayfa|anasayfa|gündem|dünya|ekonomi|spor|sağlık|innenriks|utenriks|nyheter|kultur|debatt|tips oss.{0,12}",
    ),
  },
  {
    name: "account link",
    words: 6,
    pattern: whole(
      "inloggen|aanmelden|logg inn|logga in|bli (?:kunde|medlem|abonnent|prenumerant).{0,12}|zaloguj.{0,8}|zarejestruj.{0,8}|войти|вход|подписаться.{0,16}|подписка|giriş(?: yap)?|üye ol|abone ol",
    ),
  },
  {
    name: "heading of related links",
    words: 7,
    pattern: whole(
      "lees (?:ook|meer|verder).{0,20}|meer (?:over|nieuws|van).{0,20}|meest gelezen|les (?:også|mer|flere).{0,20}|läs (?:också|mer|även).{0,20}|mest lest|mest lästa|senaste.{0,16}|siste.{0,16}|mer (?:om|fra|från).{0,20}|flere .{0,12}|czytaj (?:także|również|więcej|też).{0,12}|zobacz (?:także|też|więcej).{0,8}|najczęściej czytane|najnowsze.{0,12}|polecane|читайте (?:также|тоже|ещё|еще).{0,8}|самое читаемое|новости (?:компаний|партн[её]ров).{0,8}|похожие .{0,12}|по теме|главное.{0,8}|темы|подписывайтесь.{0,24}|читайте.{0,12}|ilgili haberler|(?:çok|en çok) okunan.{0,10}|diğer haberler|son dakika.{0,8}|hastighet|relaterat",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "lees ook|les også|läs (?:också|mer|även)|czytaj (?:także|też|więcej)|zobacz (?:także|też)|читайте (?:также|ещё|еще)|читати також|lestu (?:meira|líka)|mer om",
    ),
  },
  {
    name: "heading of comments",
    words: 6,
    pattern: whole(
      "(?:\\d+ )?reacties?.{0,12}|(?:\\d+ )?kommentarer?.{0,16}|(?:\\d+ )?komentarz(?:e|y)?.{0,16}|комментарии.{0,12}|комментировать.{0,8}|коментарі|yorum(?:lar)?.{0,12}",
    ),
  },
  {
    name: "advertisement",
    words: 5,
    pattern: whole(
      "advertentie|annonse(?:r|rad)?|annons(?:er)?|reklama.{0,8}|реклама.{0,30}|партнерские проекты|promocja|reklam(?:lar)?|saken fortsetter under.{0,16}|artikkelen fortsetter.{0,24}|annonsørinnhold",
    ),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "alle rechten voorbehouden|alle rettigheter|ansvarlig (?:redaktør|utgiver).{0,8}|ansvarig utgivare|wszelkie prawa zastrzeżone|polityka prywatności|regulamin|все права защищены|зарегистрировано федеральной службой|политика конфиденциальности|tüm hakları saklıdır|gizlilik politikası|personvern\\S*|vær varsom-plakaten",
    ),
  },
];
