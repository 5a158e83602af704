// monthNumber: the names of the months in the languages captures come in, as a table.

/**
 * Twelve names per language, January first; variants of one month are parted by a bar. Accents and case mean
 * nothing. An abbreviation of three letters or more needs no entry where it is the beginning of a name here.
 */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: "january february march april may june july august september|sept october november december".split(" "),
  de: "januar|jaenner|janner februar|feber maerz|marz|mrz april mai juni juli august september oktober november dezember".split(
    " ",
  ),
  fr: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre".split(
    " ",
  ),
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(
    " ",
  ),
  pt: "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
  nl: "januari februari maart|mrt april mei juni juli augustus september oktober november december".split(
    " ",
  ),
  da: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  sv: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
  is: "januar februar mars april mai juni juli agust september oktober november desember".split(" "),
  pl: "stycznia|styczen lutego|luty marca|marzec kwietnia|kwiecien maja czerwca|czerwiec lipca|lipiec sierpnia|sierpien wrzesnia|wrzesien pazdziernika|pazdziernik listopada|listopad grudnia|grudzien".split(
    " ",
  ),
  cs: "ledna|leden unora|unor brezna|brezen dubna|duben kvetna|kveten cervna|cerven cervence|cervenec srpna|srpen zari rijna|rijen listopadu prosince|prosinec".split(
    " ",
  ),
  ru: "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь".split(
    " ",
  ),
  uk: "сiчня лютого березня квiтня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
  tr: "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik".split(" "),
  id: "januari februari maret april mei juni juli agustus september oktober november desember".split(" "),
  ms: "januari februari mac april mei jun julai ogos|ogo september|sep oktober november disember|dis".split(
    " ",
  ),
  ar: "يناير|جانفي فبراير|فيفري|شباط مارس|آذار أبريل|أفريل|نيسان مايو|ماي|أيار يونيو|يونيه|جوان|حزيران يوليو|يوليه|جويلية|تموز أغسطس|أوت سبتمبر|أيلول أكتوبر نوفمبر ديسمبر".split(
    " ",
  ),
  sw: "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba".split(" "),
};

const NAMES = new Map<string, number>();
for (const names of Object.values(MONTHS)) {
  names.forEach((variants, index) => {
    for (const name of variants.split("|")) {
      const folded = foldName(name);
      if (!NAMES.has(folded)) NAMES.set(folded, index + 1);
    }
  });
}

/**
 * The month a word names, 1 to 12, or null. Takes whole names and their beginnings of three letters or more
 * ("Sept.", "févr.", "окт"), as long as all names with that beginning mean one month.
 */
export function monthNumber(word: string): number | null {
  const wanted = foldName(word);
  const whole = NAMES.get(wanted);
  if (whole !== undefined) return whole;
  if (wanted.length < 3) return null;
  let found: number | null = null;
  for (const [name, month] of NAMES) {
    if (!name.startsWith(wanted)) continue;
    if (found !== null && found !== month) return null;
    found = month;
  }
  return found;
}

function foldName(word: string): string {
  return word
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/ı/g, "i")
    .replace(/ä/g, "a")
    .replace(/й/g, "~")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/~/g, "й")
    .replace(/і/g, "i");
}
