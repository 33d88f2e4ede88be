//! The words by which a CV labels personal data, in eight languages.

pub const ID_NUMBER: &[&str] = &["national insurance number", "ni number", "social security number", "ssn", "passport number", "passport no", "id number", "id no", "personalausweisnummer", "reisepassnummer", "sozialversicherungsnummer", "steuer-id", "steueridentifikationsnummer", "numéro de sécurité sociale", "n° sécurité sociale", "dni", "nie", "nif", "cpf", "rg", "codice fiscale", "bsn", "burgerservicenummer", "pesel", "numer dowodu", "aadhaar", "carteira de trabalho nº"];

pub const BIRTH: &[&str] = &["date of birth", "birth date", "born", "dob", "birthday", "years old", "geburtsdatum", "geboren", "geb.", "geb", "date de naissance", "né le", "née le", "fecha de nacimiento", "nacido", "nacida", "data de nascimento", "nascido", "nascida", "data di nascita", "nato a", "nata a", "nato il", "nata il", "geboortedatum", "geboren op", "data urodzenia", "urodzony", "urodzona"];

pub const FAMILY: &[&str] = &["marital status", "married", "familienstand", "verheiratet", "ledig", "situation familiale", "état civil", "marié", "mariée", "célibataire", "estado civil", "casado", "casada", "soltero", "soltera", "solteiro", "solteira", "stato civile", "coniugato", "coniugata", "nubile", "celibe", "burgerlijke staat", "gehuwd", "ongehuwd", "stan cywilny", "żonaty", "zamężna"];

pub const RELIGION: &[&str] = &["religion", "religious affiliation", "konfession", "römisch-katholisch", "religión", "religião", "religione", "geloof", "wyznanie"];

pub const HEALTH: &[&str] = &["health status", "state of health", "gesundheitszustand", "état de santé", "estado de salud", "estado de saúde", "stato di salute", "blood type", "blood group", "blutgruppe", "height", "weight", "körpergröße", "stan zdrowia"];

pub const NATIONALITY: &[&str] = &["nationality", "citizenship", "nationalität", "staatsangehörigkeit", "staatsbürgerschaft", "nationalité", "nacionalidad", "nacionalidade", "nazionalità", "nationaliteit", "narodowość", "obywatelstwo"];

pub const GENDER: &[&str] = &["father's name", "mother's name", "fathers name", "spouse", "name des vaters", "name der mutter", "eltern", "nombre del padre", "nome do pai", "filiação", "filiation", "imię ojca", "imiona rodziców"];

pub const PARENTS: &[&str] = &["father's name", "mother's name", "fathers name", "spouse", "name des vaters", "name der mutter", "eltern", "nombre del padre", "nome do pai", "filiação", "filiation", "imię ojca", "imiona rodziców"];

pub const BANK: &[&str] = &["iban", "bank account", "bankverbindung", "kontonummer", "numer konta", "rekeningnummer"];

pub const PHOTO: &[&str] = &["photo", "bewerbungsfoto", "lichtbild", "foto"];
