//! The words of numbers, units and currencies, in the languages of the rules.

#[rustfmt::skip]
pub const SCALES: &[(&str, f64)] = &[
    ("k", 1e3), ("thousand", 1e3), ("thousands", 1e3), ("tausend", 1e3), ("tsd", 1e3), ("mille", 1e3),
    ("mil", 1e3), ("mila", 1e3), ("duizend", 1e3), ("tys", 1e3), ("tysięcy", 1e3), ("tysiące", 1e3),
    ("mn", 1e6), ("mm", 1e6), ("mio", 1e6), ("mln", 1e6), ("million", 1e6), ("millions", 1e6),
    ("millionen", 1e6), ("milioni", 1e6), ("milione", 1e6), ("millones", 1e6), ("millón", 1e6),
    ("milhões", 1e6), ("milhão", 1e6), ("miljoen", 1e6), ("milionów", 1e6), ("miliony", 1e6), ("bn", 1e9),
    ("billion", 1e9), ("billions", 1e9), ("mrd", 1e9), ("milliarden", 1e9), ("milliards", 1e9),
    ("miliardi", 1e9), ("hundred", 100.0), ("hundert", 100.0),
];

#[rustfmt::skip]
pub const NUMBERS: &[(&str, f64)] = &[
    ("doscientos", 200.0), ("doscientas", 200.0), ("trescientos", 300.0), ("trescientas", 300.0),
    ("cuatrocientos", 400.0), ("quinientos", 500.0), ("quinientas", 500.0), ("duzentos", 200.0),
    ("duzentas", 200.0), ("trezentos", 300.0), ("trezentas", 300.0), ("quatrocentos", 400.0),
    ("quinhentos", 500.0), ("duecento", 200.0), ("trecento", 300.0), ("quattrocento", 400.0),
    ("cinquecento", 500.0), ("zweihundert", 200.0), ("dreihundert", 300.0), ("vierhundert", 400.0),
    ("fünfhundert", 500.0), ("tweehonderd", 200.0), ("driehonderd", 300.0), ("vijfhonderd", 500.0),
    ("dwieście", 200.0), ("trzysta", 300.0), ("dwudziestu", 20.0), ("trzydziestu", 30.0),
    ("czterdziestu", 40.0), ("pięćdziesięciu", 50.0), ("sześćdziesiąt", 60.0), ("sześćdziesięciu", 60.0),
    ("siedemdziesiąt", 70.0), ("siedemdziesięciu", 70.0), ("osiemdziesiąt", 80.0),
    ("osiemdziesięciu", 80.0), ("dziewięćdziesiąt", 90.0), ("dziewięćdziesięciu", 90.0),
    ("dziesięciu", 10.0), ("dwunastu", 12.0), ("piętnastu", 15.0), ("dwóch", 2.0), ("dwoma", 2.0),
    ("trzech", 3.0), ("czterech", 4.0), ("pięciu", 5.0), ("sześciu", 6.0), ("siedmiu", 7.0),
    ("ośmiu", 8.0), ("dziewięciu", 9.0), ("trente", 30.0),
    ("setenta", 70.0), ("cuarenta", 40.0), ("cincuenta", 50.0), ("sesenta", 60.0), ("ochenta", 80.0),
    ("noventa", 90.0), ("once", 11.0), ("trece", 13.0), ("catorce", 14.0), ("dezesseis", 16.0),
    ("dezasseis", 16.0), ("dezoito", 18.0), ("quarenta", 40.0), ("cinquenta", 50.0), ("sessenta", 60.0),
    ("oitenta", 80.0), ("treze", 13.0), ("quaranta", 40.0), ("cinquanta", 50.0), ("sessanta", 60.0),
    ("settanta", 70.0), ("ottanta", 80.0), ("novanta", 90.0), ("undici", 11.0), ("tredici", 13.0),
    ("quattordici", 14.0), ("quindici", 15.0), ("quatorze", 14.0), ("treize", 13.0), ("seize", 16.0),
    ("soixante", 60.0), ("veertig", 40.0), ("vijftig", 50.0), ("zestig", 60.0), ("zeventig", 70.0),
    ("tachtig", 80.0), ("negentig", 90.0), ("veertien", 14.0), ("vijftien", 15.0), ("sechzig", 60.0),
    ("siebzig", 70.0), ("achtzig", 80.0), ("neunzig", 90.0), ("dreizehn", 13.0), ("vierzehn", 14.0),
    ("fünfzehn", 15.0), ("sechzehn", 16.0), ("siebzehn", 17.0), ("achtzehn", 18.0), ("neunzehn", 19.0),
    ("czternaście", 14.0), ("piętnaście", 15.0), ("trzydzieści", 30.0), ("czterdzieści", 40.0),
    ("pięćdziesiąt", 50.0), ("sto", 100.0), ("cent", 100.0), ("cien", 100.0), ("cem", 100.0),
    ("cento", 100.0), ("honderd", 100.0), ("einhundert", 100.0), ("hundred", 100.0), ("two", 2.0),
    ("three", 3.0), ("four", 4.0), ("five", 5.0), ("six", 6.0), ("seven", 7.0), ("eight", 8.0),
    ("nine", 9.0), ("ten", 10.0), ("eleven", 11.0), ("twelve", 12.0), ("thirteen", 13.0),
    ("fourteen", 14.0), ("fifteen", 15.0), ("sixteen", 16.0), ("seventeen", 17.0), ("eighteen", 18.0),
    ("nineteen", 19.0), ("twenty", 20.0), ("thirty", 30.0), ("forty", 40.0), ("fifty", 50.0),
    ("sixty", 60.0), ("seventy", 70.0), ("eighty", 80.0), ("ninety", 90.0), ("dozen", 12.0), ("zwei", 2.0),
    ("drei", 3.0), ("vier", 4.0), ("fünf", 5.0), ("sechs", 6.0), ("sieben", 7.0), ("acht", 8.0),
    ("neun", 9.0), ("zehn", 10.0), ("elf", 11.0), ("zwölf", 12.0), ("zwanzig", 20.0), ("dreißig", 30.0),
    ("vierzig", 40.0), ("fünfzig", 50.0), ("deux", 2.0), ("trois", 3.0), ("quatre", 4.0), ("cinq", 5.0),
    ("sept", 7.0), ("huit", 8.0), ("neuf", 9.0), ("dix", 10.0), ("onze", 11.0), ("douze", 12.0),
    ("quinze", 15.0), ("vingt", 20.0), ("trente", 30.0), ("quarante", 40.0), ("cinquante", 50.0),
    ("dos", 2.0), ("tres", 3.0), ("cuatro", 4.0), ("cinco", 5.0), ("seis", 6.0), ("siete", 7.0),
    ("ocho", 8.0), ("nueve", 9.0), ("diez", 10.0), ("doce", 12.0), ("quince", 15.0), ("veinte", 20.0),
    ("treinta", 30.0), ("dois", 2.0), ("duas", 2.0), ("três", 3.0), ("quatro", 4.0), ("sete", 7.0),
    ("oito", 8.0), ("nove", 9.0), ("dez", 10.0), ("doze", 12.0), ("vinte", 20.0), ("trinta", 30.0),
    ("due", 2.0), ("tre", 3.0), ("quattro", 4.0), ("cinque", 5.0), ("sei", 6.0), ("sette", 7.0),
    ("otto", 8.0), ("dieci", 10.0), ("dodici", 12.0), ("venti", 20.0), ("trenta", 30.0), ("twee", 2.0),
    ("drie", 3.0), ("vijf", 5.0), ("zes", 6.0), ("zeven", 7.0), ("negen", 9.0), ("tien", 10.0),
    ("twaalf", 12.0), ("twintig", 20.0), ("dertig", 30.0), ("dwa", 2.0), ("dwie", 2.0), ("trzy", 3.0),
    ("cztery", 4.0), ("pięć", 5.0), ("sześć", 6.0), ("siedem", 7.0), ("osiem", 8.0), ("dziewięć", 9.0),
    ("dziesięć", 10.0), ("dwanaście", 12.0), ("dwadzieścia", 20.0),
];

/// Number words of one language that are other words in another, before
/// these words or, with none, always.
#[rustfmt::skip]
pub const NO_NUMBERS: &[(&str, &[&str])] = &[
    ("due", &["to", "diligence", "date", "dates", "course", "on"]), ("elf", &[]), ("sei", &[]),
    ("acht", &["auf", "gegeben"]), ("dos", &["santos"]), ("sept", &[]),
    ("once", &["a", "per", "every", "each", "the", "they", "it", "in", "again"]),
];

#[rustfmt::skip]
pub const UNITS: &[(&str, &str, f64)] = &[
    ("second", "time", 1.0), ("seconds", "time", 1.0), ("sec", "time", 1.0), ("secs", "time", 1.0),
    ("s", "time", 1.0), ("ms", "time", 0.001), ("sekunden", "time", 1.0), ("secondes", "time", 1.0),
    ("minute", "time", 60.0), ("minutes", "time", 60.0), ("min", "time", 60.0), ("mins", "time", 60.0),
    ("minuten", "time", 60.0), ("minutos", "time", 60.0), ("minuti", "time", 60.0), ("minut", "time", 60.0),
    ("hour", "time", 3600.0), ("hours", "time", 3600.0), ("hr", "time", 3600.0), ("hrs", "time", 3600.0),
    ("h", "time", 3600.0), ("stunden", "time", 3600.0), ("std", "time", 3600.0), ("heures", "time", 3600.0),
    ("horas", "time", 3600.0), ("ore", "time", 3600.0), ("uur", "time", 3600.0), ("godzin", "time", 3600.0),
    ("day", "time", 86400.0), ("days", "time", 86400.0), ("tage", "time", 86400.0),
    ("tagen", "time", 86400.0), ("jours", "time", 86400.0), ("días", "time", 86400.0),
    ("dias", "time", 86400.0), ("giorni", "time", 86400.0), ("dagen", "time", 86400.0),
    ("dni", "time", 86400.0), ("week", "time", 604800.0), ("weeks", "time", 604800.0),
    ("wk", "time", 604800.0), ("wks", "time", 604800.0), ("wochen", "time", 604800.0),
    ("semaines", "time", 604800.0), ("semanas", "time", 604800.0), ("settimane", "time", 604800.0),
    ("weken", "time", 604800.0), ("tygodni", "time", 604800.0), ("month", "months", 1.0),
    ("months", "months", 1.0), ("mo", "months", 1.0), ("mos", "months", 1.0), ("monate", "months", 1.0),
    ("monaten", "months", 1.0), ("mois", "months", 1.0), ("meses", "months", 1.0), ("mesi", "months", 1.0),
    ("maanden", "months", 1.0), ("miesięcy", "months", 1.0), ("quarters", "months", 3.0),
    ("year", "months", 12.0), ("years", "months", 12.0), ("yr", "months", 12.0), ("yrs", "months", 12.0),
    ("jahre", "months", 12.0), ("jahren", "months", 12.0), ("ans", "months", 12.0),
    ("années", "months", 12.0), ("años", "months", 12.0), ("anos", "months", 12.0),
    ("anni", "months", 12.0), ("jaar", "months", 12.0), ("lat", "months", 12.0), ("lata", "months", 12.0),
    ("decade", "months", 120.0), ("decades", "months", 120.0), ("g", "mass", 0.001),
    ("gram", "mass", 0.001), ("grams", "mass", 0.001), ("kg", "mass", 1.0), ("kgs", "mass", 1.0),
    ("kilo", "mass", 1.0), ("kilos", "mass", 1.0), ("kilogram", "mass", 1.0), ("kilograms", "mass", 1.0),
    ("t", "mass", 1000.0), ("ton", "mass", 1000.0), ("tons", "mass", 1000.0), ("tonne", "mass", 1000.0),
    ("tonnes", "mass", 1000.0), ("tonnen", "mass", 1000.0), ("lb", "pound", 1.0), ("lbs", "pound", 1.0),
    ("mm", "length", 0.001), ("cm", "length", 0.01), ("m", "length", 1.0), ("metre", "length", 1.0),
    ("metres", "length", 1.0), ("meter", "length", 1.0), ("meters", "length", 1.0),
    ("km", "length", 1000.0), ("kilometre", "length", 1000.0), ("kilometres", "length", 1000.0),
    ("kilometers", "length", 1000.0), ("kilometer", "length", 1000.0), ("mile", "mile", 1.0),
    ("miles", "mile", 1.0), ("mi", "mile", 1.0), ("ft", "foot", 1.0), ("foot", "foot", 1.0),
    ("feet", "foot", 1.0), ("m2", "area", 1.0), ("m²", "area", 1.0), ("sqm", "area", 1.0),
    ("qm", "area", 1.0), ("hectare", "area", 10000.0), ("hectares", "area", 10000.0),
    ("ha", "area", 10000.0), ("acres", "acre", 1.0), ("acre", "acre", 1.0), ("sqft", "sqft", 1.0),
    ("ml", "volume", 0.001), ("l", "volume", 1.0), ("litre", "volume", 1.0), ("litres", "volume", 1.0),
    ("liter", "volume", 1.0), ("liters", "volume", 1.0), ("m3", "volume", 1000.0), ("m³", "volume", 1000.0),
    ("kb", "data", 1e3), ("mb", "data", 1e6), ("gb", "data", 1e9), ("gigabytes", "data", 1e9),
    ("gigabyte", "data", 1e9), ("tb", "data", 1e12), ("terabytes", "data", 1e12),
    ("terabyte", "data", 1e12), ("pb", "data", 1e15), ("petabytes", "data", 1e15), ("kw", "power", 1.0),
    ("kilowatt", "power", 1.0), ("kilowatts", "power", 1.0), ("mw", "power", 1000.0),
    ("megawatt", "power", 1000.0), ("megawatts", "power", 1000.0), ("kwp", "kwp", 1.0), ("kv", "kv", 1.0),
    ("v", "volt", 1.0), ("volt", "volt", 1.0), ("volts", "volt", 1.0),
];

#[rustfmt::skip]
pub const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"), ("eur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("$", "USD"), ("usd", "USD"),
    ("dollar", "USD"), ("dollars", "USD"), ("£", "GBP"), ("gbp", "GBP"), ("pounds", "GBP"),
    ("pound", "GBP"), ("sterling", "GBP"), ("zł", "PLN"), ("pln", "PLN"), ("złotych", "PLN"),
    ("zloty", "PLN"), ("chf", "CHF"), ("francs", "CHF"), ("r$", "BRL"), ("brl", "BRL"), ("reais", "BRL"),
    ("¥", "JPY"), ("yen", "JPY"), ("₹", "INR"), ("inr", "INR"), ("rupees", "INR"), ("sek", "SEK"),
    ("kronor", "SEK"), ("dkk", "DKK"), ("nok", "NOK"),
];

#[rustfmt::skip]
pub const PERCENT: &[&str] = &[
    "percent", "pct", "prozent", "procent", "percentage",
];

/// Words that make a number more than it is.
#[rustfmt::skip]
pub const MORE: &[&str] = &[
    "over", "above", "exceeding", "plus", "upwards", "beyond", "über", "mehr", "sobre", "oltre", "meer",
    "ponad", "más", "mais", "plus",
];
