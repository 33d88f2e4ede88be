//! Names of places as data, folded: enough to tell "Berlin, Germany" from an
//! employer. Shapes ("Austin, TX", "10115 Berlin") do the rest.

use std::collections::HashSet;
use std::sync::LazyLock;

const COUNTRIES: &str = "usa|us|u s a|united states|united states of america|uk|united kingdom|england|scotland|wales|ireland|northern ireland|germany|deutschland|alemania|allemagne|alemanha|germania|duitsland|niemcy|france|frankreich|francia|franca|frankrijk|francja|spain|espana|spanien|espagne|espanha|spagna|spanje|hiszpania|portugal|italy|italia|italien|italie|wlochy|netherlands|the netherlands|nederland|niederlande|pays bas|holanda|poland|polska|polen|pologne|polonia|belgium|belgique|belgie|belgien|switzerland|schweiz|suisse|svizzera|austria|osterreich|luxembourg|denmark|danmark|sweden|sverige|norway|norge|finland|suomi|iceland|czech republic|czechia|slovakia|hungary|romania|bulgaria|greece|turkey|turkiye|ukraine|russia|россия|israel|egypt|morocco|maroc|tunisia|algeria|nigeria|kenya|ghana|south africa|india|pakistan|bangladesh|sri lanka|nepal|china|中国|hong kong|taiwan|台湾|japan|日本|korea|south korea|대한민국|singapore|malaysia|indonesia|philippines|thailand|vietnam|viet nam|australia|new zealand|canada|mexico|brazil|brasil|bresil|argentina|chile|colombia|peru|ecuador|uruguay|venezuela|costa rica|uae|united arab emirates|qatar|saudi arabia|lebanon|jordan|iran|estonia|latvia|lithuania|croatia|serbia|slovenia|cyprus|malta|europe|emea|remote|hybrid|on site|onsite|home office|teletravail|remoto|homeoffice|远程";

const CITIES: &str = "new york|new york city|nyc|san francisco|los angeles|seattle|boston|chicago|austin|dallas|houston|denver|atlanta|miami|philadelphia|washington|washington dc|washington d c|portland|san diego|san jose|phoenix|detroit|minneapolis|pittsburgh|palo alto|mountain view|menlo park|cupertino|redmond|sunnyvale|oakland|berkeley|cambridge|nashville|charlotte|tampa|orlando|st louis|cleveland|columbus|las vegas|salt lake city|toronto|vancouver|montreal|ottawa|calgary|london|manchester|birmingham|edinburgh|glasgow|bristol|leeds|liverpool|oxford|cardiff|belfast|dublin|cork|berlin|munich|munchen|muenchen|hamburg|koln|cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|duesseldorf|leipzig|dresden|hannover|nurnberg|nuremberg|bremen|essen|dortmund|bonn|karlsruhe|mannheim|heidelberg|freiburg|aachen|munster|augsburg|mainz|kiel|potsdam|jena|vienna|wien|graz|linz|salzburg|zurich|geneva|geneve|basel|bern|lausanne|lugano|paris|lyon|marseille|toulouse|nantes|bordeaux|lille|nice|strasbourg|rennes|grenoble|montpellier|brussels|bruxelles|brussel|antwerp|antwerpen|gent|ghent|liege|leuven|amsterdam|rotterdam|utrecht|den haag|the hague|eindhoven|groningen|delft|leiden|tilburg|breda|nijmegen|haarlem|arnhem|maastricht|madrid|barcelona|valencia|sevilla|seville|bilbao|malaga|zaragoza|granada|murcia|salamanca|lisbon|lisboa|porto|coimbra|braga|aveiro|faro|sao paulo|rio de janeiro|belo horizonte|curitiba|porto alegre|brasilia|recife|salvador|fortaleza|campinas|florianopolis|rome|roma|milan|milano|turin|torino|naples|napoli|bologna|florence|firenze|genova|venezia|padova|verona|pisa|trento|palermo|bari|catania|warsaw|warszawa|krakow|cracow|wroclaw|poznan|gdansk|gdynia|lodz|katowice|lublin|szczecin|rzeszow|torun|prague|praha|brno|bratislava|budapest|bucharest|sofia|athens|istanbul|ankara|izmir|kyiv|moscow|москва|санкт петербург|copenhagen|kobenhavn|stockholm|gothenburg|oslo|bergen|helsinki|reykjavik|tallinn|riga|vilnius|tel aviv|cairo|lagos|nairobi|johannesburg|cape town|casablanca|tunis|dubai|abu dhabi|doha|riyadh|beirut|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|pune|kolkata|noida|gurgaon|gurugram|ahmedabad|karachi|lahore|dhaka|colombo|kathmandu|beijing|北京|上海|shanghai|深圳|shenzhen|广州|杭州|hangzhou|成都|武汉|南京|西安|苏州|天津|重庆|厦门|长沙|香港|台北|taipei|tokyo|東京|大阪|osaka|京都|kyoto|横浜|名古屋|福岡|札幌|seoul|서울|부산|판교|kuala lumpur|jakarta|manila|bangkok|hanoi|ha noi|ho chi minh city|sydney|melbourne|brisbane|perth|adelaide|canberra|auckland|wellington|mexico city|ciudad de mexico|cdmx|guadalajara|monterrey|bogota|medellin|lima|santiago|santiago de chile|buenos aires|cordoba|quito|montevideo|caracas|陕西|江苏|浙江|广东|四川|湖北";

const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK NSW VIC QLD ST SP RJ MG PR RS UK US USA UAE";

const REGIONS: &str = "california|texas|new york|florida|massachusetts|washington|illinois|virginia|georgia|ohio|michigan|pennsylvania|colorado|oregon|new jersey|north carolina|maryland|arizona|minnesota|wisconsin|ontario|quebec|british columbia|bavaria|bayern|hessen|sachsen|catalunya|cataluna|ile de france|lombardia|mazowieckie|karnataka|maharashtra|tamil nadu|gujarat|kerala|telangana|noord holland|zuid holland|uttar pradesh|new south wales|victoria|queensland|connecticut|utah|tennessee|missouri|indiana|d f|mi|to|rm|na|bo";

static KNOWN_COUNTRIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| COUNTRIES.split('|').collect());
static KNOWN_CITIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CITIES.split('|').collect());

fn listed(list: &str, key: &str) -> bool {
    list.split('|').any(|known| known == key)
}

/// A known country, region, city or way of working away.
pub(super) fn is_known(part: &str) -> bool {
    let key = super::fold::key(part);
    !key.is_empty() && (KNOWN_COUNTRIES.contains(key.as_str()) || KNOWN_CITIES.contains(key.as_str()))
}

fn is_state(part: &str) -> bool {
    let part = part.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == ' ');
    STATES.split(' ').any(|state| state == part)
}

fn is_country_or_state(part: &str) -> bool {
    let key = super::fold::key(part);
    is_state(part) || KNOWN_COUNTRIES.contains(key.as_str()) || (key.len() > 2 && listed(REGIONS, &key))
}

/// Looks like a place and nothing else: "Austin, TX", "Berlin, Germany",
/// "Remote", "10115 Berlin".
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim().trim_matches(|c: char| "()[]–—-.,|".contains(c) || c.is_whitespace());
    if text.is_empty() || text.chars().count() > 60 {
        return false;
    }
    if is_known(text) || is_placeholder(text) {
        return true;
    }
    if super::role_words::is_organisation(text) || super::role_words::school_score(text) > 1.0 {
        return false;
    }
    let parts: Vec<&str> = text
        .split([',', '/', '|', '，', '(', ')', '–', '·'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let short = |part: &&str| super::fold::word_count(part) <= 4;
    match parts.as_slice() {
        [only] => postcode_and_city(only) || city_and_state(only),
        [first, last] => {
            let words = super::fold::word_count(first);
            is_known(first) && is_known(last)
                || is_country_or_state(last) && words <= if is_state(last) { 3 } else { 2 } && plain(first)
        }
        // "Springfield, IL, USA", but not "The Copper Ladle, Austin, TX".
        [first, middle @ .., last] => {
            let middle_known = middle.iter().all(|part| is_country_or_state(part) || is_known(part));
            parts.iter().all(short)
                && is_country_or_state(last)
                && (is_known(first) && middle.iter().all(|part| plain(part))
                    || middle_known && middle.iter().all(|part| is_country_or_state(part)) && plain(first))
        }
        [] => false,
    }
}

/// Not a title and not an organisation.
fn plain(part: &str) -> bool {
    super::role_words::title_score(part) <= 0.0 && !super::role_words::is_organisation(part)
}

/// What templates print where a place belongs.
fn is_placeholder(text: &str) -> bool {
    const WORDS: &str = "city|ciudad|stadt|ville|citta|cidade|stad|miasto|城市|location|city country|city state|ort|lieu|plaats|town";
    listed(WORDS, &super::fold::key(text))
}

/// "10115 Berlin", "75001 Paris", "00-001 Warszawa".
fn postcode_and_city(text: &str) -> bool {
    let Some((first, rest)) = text.split_once(' ') else { return false };
    let code = first.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start_matches('-');
    let count = code.chars().filter(char::is_ascii_digit).count();
    (4..=6).contains(&count)
        && code.chars().all(|c| c.is_ascii_digit() || c == '-')
        && super::dates::periods(first).is_empty()
        && rest.chars().next().is_some_and(char::is_uppercase)
        && super::fold::word_count(rest) <= 4
}

/// "Seattle WA".
fn city_and_state(text: &str) -> bool {
    text.rsplit_once(' ')
        .is_some_and(|(city, state)| is_known(city) && (is_state(state) || is_country_or_state(state)))
}

/// The last part after a comma, when it is short enough for a town.
pub(super) fn tail(text: &str) -> Option<(&str, &str)> {
    let (before, last) = text.rsplit_once([',', '，'])?;
    let last = last.trim().trim_end_matches('.');
    if last.contains(')') && !last.contains('(') {
        return None;
    }
    let town = !before.trim().is_empty()
        && super::fold::word_count(last) <= 2
        && last.chars().next().is_some_and(char::is_uppercase)
        && !last.chars().any(|c| c.is_ascii_digit())
        && !super::role_words::is_legal_form(last)
        && plain(last);
    town.then_some((before.trim_end(), last))
}

/// "Lakefront Cold Storage-Toledo, OH", as job sites print it, without the town.
pub(super) fn before_hyphen(text: &str) -> &str {
    let Some((name, town)) = text.rsplit_once(['-', '–']) else { return text };
    let state = town.rsplit_once(',').is_some_and(|(city, state)| is_state(state) && plain(city));
    let tight = !name.ends_with(' ') && !town.starts_with(' ') && town.starts_with(char::is_uppercase);
    // "Winston-Salem, NC" is one town.
    if tight && state && name.contains(' ') { name } else { text }
}

/// The town and country of an address, as keys; streets and codes left out.
pub(super) fn parts(address: &str) -> Vec<String> {
    let parts = address.split([',', '，']).map(str::trim);
    let words =
        parts.filter(|part| !part.chars().any(|c| c.is_ascii_digit()) && super::fold::word_count(part) <= 3);
    words.map(super::fold::key).filter(|key| key.chars().count() > 1).collect()
}

/// Takes known places off the end of "Acme, Berlin, Germany".
pub(super) fn without_place(text: &str) -> &str {
    let mut rest = text.trim();
    let mut taken = 0;
    while let Some((before, last)) = rest.rsplit_once([',', '，']) {
        // "University of California, Los Angeles" is one name.
        let campus = taken == 0 && is_campus(before) && !is_country_or_state(last);
        if before.trim().is_empty()
            || campus
            || !(is_known(last) || is_state(last.trim()) || is_placeholder(last))
        {
            // One unknown town before a country or state.
            if taken > 0
                && taken < 2
                && !before.trim().is_empty()
                && super::fold::word_count(last) <= 2
                && is_country_or_state(text.rsplit([',', '，']).next().unwrap_or_default())
                && !super::role_words::is_organisation(last)
                && last.trim().chars().next().is_some_and(char::is_uppercase)
            {
                rest = before.trim_end();
            }
            break;
        }
        rest = before.trim_end();
        taken += 1;
    }
    if let Some((before, inner)) = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && (is_place(inner) || is_town_of(before, inner))
        && !before.trim().is_empty()
    {
        rest = before.trim_end();
    }
    rest
}

/// "IES Río Zadorra (Vitoria)": a word in brackets behind an organisation, and
/// not its initials.
fn is_town_of(before: &str, inner: &str) -> bool {
    let named = super::role_words::organisation_score(before) + super::role_words::school_score(before) > 0.7;
    let initials = inner.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let word = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    named
        && !initials
        && super::fold::word_count(inner) <= 2
        && inner.split(' ').all(word)
        && !inner.chars().any(|c| c.is_ascii_digit())
        && plain(inner)
}

pub(super) fn is_campus(before: &str) -> bool {
    let key = super::fold::key(before);
    key.starts_with("university of ")
        || key.ends_with("state university")
        || key.ends_with("institute of technology")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_shape_and_name() {
        for text in [
            "Austin, TX",
            "Berlin, Germany",
            "Remote",
            "10115 Berlin",
            "San Jose, CA",
            "Pleasantville, CA 94588",
            "上海",
            "New York, New York",
            "Milano (MI)",
        ] {
            assert!(is_place(text), "{text}");
        }
        for text in
            ["Acme Inc.", "Software Engineer, Platform", "State University", "Creative Solutions, Inc."]
        {
            assert!(!is_place(text), "{text}");
        }
        assert_eq!(without_place("Acme GmbH, Berlin, Germany"), "Acme GmbH");
        assert_eq!(without_place("Acme, Springfield, IL"), "Acme");
        assert_eq!(
            without_place("University of California, Los Angeles"),
            "University of California, Los Angeles"
        );
        assert_eq!(without_place("Acme, Inc."), "Acme, Inc.");
        assert_eq!(before_hyphen("Lakefront Cold Storage-Toledo, OH"), "Lakefront Cold Storage");
        assert_eq!(before_hyphen("Winston-Salem, NC"), "Winston-Salem, NC");
    }
}
