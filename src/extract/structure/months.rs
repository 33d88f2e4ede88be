//! Words of dates as data, folded: months, seasons, "to", "since", "present".

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Month names and their short forms; the number of the month is the index + 1.
pub(super) const MONTHS: [&str; 12] = [
    "january jan يناير ינואר januar jaenner janner janvier janv enero ene janeiro gennaio gen januari styczen stycznia sty januari ocak leden ledna январь января янв ianuarie ian tammikuu tammikuuta ιανουαριοσ ιανουαριου ιαν січень січня",
    "february feb فبراير פברואר februar februarii fevrier fevr fev febrero fevereiro febbraio februari luty lutego lut subat unor unora февраль февраля фев февр februarie helmikuu helmikuuta φεβρουαριοσ φεβρουαριου φεβ лютий лютого",
    "march mar مارس מרץ מרס marz maerz mrz mars marzo marco maart mrt marzec marca mart brezen brezna март марта мар martie maaliskuu maaliskuuta marcius marc μαρτιοσ μαρτιου μαρ березень березня",
    "april apr أبريل إبريل ابريل אפריל avril avr abril abr aprile kwiecien kwietnia kwi nisan duben dubna апрель апреля апр aprilie huhtikuu huhtikuuta aprilis απριλιοσ απριλιου απρ квітень квітня",
    "may mai مايو מאי mayo maio maggio mag mei maj maja mayis kveten kvetna май мая toukokuu toukokuuta majus μαιοσ μαιου μαι травень травня",
    "june jun يونيو يونيه יוני juni juin junio junho giugno giu czerwiec czerwca cze haziran cerven cervna июнь июня июн iunie iun kesakuu kesakuuta junius ιουνιοσ ιουνιου ιουν червень червня",
    "july jul يوليو يوليه יולי juli juillet juil julio julho luglio lug lipiec lipca lip temmuz cervenec cervence июль июля июл iulie iul heinakuu heinakuuta julius ιουλιοσ ιουλιου ιουλ липень липня",
    "august aug أغسطس اغسطس אוגוסט aout aou agosto ago augustus sierpien sierpnia sie agustos srpen srpna август августа авг augusti elokuu elokuuta augusztus αυγουστοσ αυγουστου αυγ серпень серпня",
    "september sept سبتمبر ספטמבר sep septembre septiembre setiembre set setembro settembre sett wrzesien wrzesnia wrz eylul zari сентябрь сентября сен сент septembrie syyskuu syyskuuta szeptember szept σεπτεμβριοσ σεπτεμβριου σεπ вересень вересня",
    "october oct أكتوبر اكتوبر אוקטובר oktober okt octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz ekim rijen rijna октябрь октября окт octombrie lokakuu lokakuuta οκτωβριοσ οκτωβριου οκτ жовтень жовтня",
    "november nov نوفمبر נובמבר novembre noviembre novembro listopad listopada lis kasim ноябрь ноября ноя нояб noiembrie noi marraskuu marraskuuta νοεμβριοσ νοεμβριου νοε листопад листопада",
    "december dec ديسمبر דצמבר dezember dez decembre diciembre dic dezembro dicembre grudzien grudnia gru aralik prosinec prosince декабрь декабря дек decembrie joulukuu joulukuuta δεκεμβριοσ δεκεμβριου δεκ desember грудень грудня",
];

/// A season stands for its year: no reader can tell the month.
pub(super) const SEASONS: &str = "spring summer fall autumn winter fruhling fruhjahr sommer herbst sommersemester wintersemester \
     printemps ete automne hiver primavera verano otono invierno verao outono inverno estate autunno lente zomer herfst \
     wiosna lato jesien zima q1 q2 q3 q4 h1 h2 easter christmas весна лето осень зима";

/// Between the two dates of a period.
pub(super) const UNTIL: &str = "to ad bis till til until through thru a au al ate hasta fino tot tm do po по upto e и zum إلى الى עד εωσ til pana ig до tills fram";

/// Before a period with both ends.
pub(super) const FROM: &str = "from von de du del dal da van od с from since";

/// Before a single date: it is the start, and there is no end yet.
pub(super) const SINCE: &str =
    "since seit depuis desde dal dallo dalla sinds vanaf od с ab starting from sedan siden din منذ מאז";

/// Before a single date: it is the end.
pub(super) const BY: &str = "until bis till expected anticipated graduating graduation voraussichtlich prevu previsto prevista \
     est estimated due completed conferred awarded graduated by jusqu hasta ate fino tot do expected: verwacht obtenu obtenue \
     conclusao concluido concluida conclusion abschluss conseguito conseguita behaald";

/// After a dash, or alone in the place of an end.
pub(super) const PRESENT: &[&str] = &[
    "present",
    "the present",
    "presents",
    "now",
    "today",
    "current",
    "currently",
    "ongoing",
    "on going",
    "to date",
    "date",
    "till date",
    "till now",
    "until now",
    "heute",
    "jetzt",
    "dato",
    "aktuell",
    "laufend",
    "andauernd",
    "gegenwart",
    "aujourd hui",
    "aujourdhui",
    "aujourd",
    "ce jour",
    "actuel",
    "actuelle",
    "actuellement",
    "en cours",
    "maintenant",
    "actualidad",
    "la actualidad",
    "l actualite",
    "presente",
    "el presente",
    "o presente",
    "al presente",
    "actual",
    "actualmente",
    "en curso",
    "hoy",
    "la fecha",
    "fecha",
    "atual",
    "atualmente",
    "o momento",
    "momento atual",
    "em curso",
    "hoje",
    "oggi",
    "ad oggi",
    "attuale",
    "attualmente",
    "in corso",
    "corrente",
    "heden",
    "nu",
    "vandaag",
    "teraz",
    "obecnie",
    "nadal",
    "dzis",
    "dzisiaj",
    "chwili obecnej",
    "chwila obecna",
    "halen",
    "devam",
    "gunumuz",
    "soucasnost",
    "nutid",
    "nuvarande",
    "pagaende",
    "настоящее время",
    "настоящее",
    "настоящий момент",
    "н в",
    "сейчас",
    "至今",
    "今",
    "现在",
    "現在",
    "目前",
    "在读",
    "现今",
    "현재",
    "재직중",
    "nay",
    "hien tai",
    "حتى الآن",
    "حتى الان",
    "الآن",
    "الان",
    "حاليا",
    "الحاضر",
    "إلى الآن",
    "حتى تاريخه",
    "היום",
    "כיום",
    "עד היום",
    "הווה",
    "נוכחי",
    "do dzis",
    "do dzisiaj",
    "do teraz",
    "a ce jour",
    "a la fecha",
    "bis heute",
    "til i dag",
    "hasta hoy",
    "hasta la fecha",
    "ate hoje",
    "ate o momento",
    "ate ao presente",
    "fino ad oggi",
    "tot heden",
    "do dnia dzisiejszego",
    "по сей день",
    "prezent",
    "in prezent",
    "dosud",
    "doposud",
    "soucasne",
    "trva",
    "sucasnost",
    "i dag",
    "idag",
    "naverende",
    "navaerende",
    "nuvaerende",
    "nykyinen",
    "jatkuu",
    "jelenleg",
    "bugun",
    "gunumuze",
    "σημερα",
    "сегодня",
    "настоящего времени",
    "наст время",
    "нв",
    "тепер",
    "теперішній час",
    "heutigen tag",
    "le jour",
    "la data",
    "tuttora",
    "data odierna",
    "a fecha",
    "vigente",
    "в настоящее время",
    "по настоящее время",
    "至今日",
    "迄今",
    "今日",
    "재직 중",
    "在職中",
    "在职",
    "tills vidare",
    "nykyhetki",
    "nyt",
    "toistaiseksi",
    "jelen",
    "napjainkig",
    "napjaink",
    "mai napig",
    "a mai napig",
    "devam ediyor",
    "devam etmekte",
    "suanda",
    "su an",
    "su anda",
    "v soucasnosti",
    "pana in prezent",
    "in present",
    "acum",
    "astazi",
    "παρον",
    "το παρον",
    "μεχρι σημερα",
    "εωσ σημερα",
    "σημερον",
    "дотепер",
    "донині",
    "нині",
    "зараз",
    "сьогодні",
    "теперішнього часу",
    "цей час",
    "сих пор",
    "момент",
    "данный момент",
    "текущий момент",
    "الوقت الحالي",
    "الوقت الحاضر",
    "اليوم",
    "تاريخه",
    "כעת",
    "עכשיו",
    "현재까지",
    "재직",
    "現在に至る",
    "在任",
    "今に至る",
];

/// Placeholders that templates print where a year belongs.
pub(super) const NO_YEAR: &str = "year yyyy ano año jahr annee anno jaar rok год 年 yy xxxx";

static NUMBERS: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let numbered = (1u8..).zip(MONTHS);
    numbered.flat_map(|(number, names)| names.split(' ').map(move |name| (name, number))).collect()
});

static STARTERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lists = [SEASONS, FROM, SINCE, BY, NO_YEAR, "month monat mois mes mese maand mm 令 平 昭"];
    MONTHS.into_iter().chain(lists).flat_map(str::split_whitespace).collect()
});

/// Whether a period may start with this word.
pub(super) fn starts_period(word: &str) -> bool {
    STARTERS.contains(word)
}

pub(super) fn month(word: &str) -> Option<u8> {
    NUMBERS.get(word).copied()
}

pub(super) fn one_of(words: &str, word: &str) -> bool {
    words.as_bytes().split(|&byte| byte == b' ').any(|known| known == word.as_bytes())
}
