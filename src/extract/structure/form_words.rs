//! The labels of forms in front of a fact, as data. Keys as
//! [`super::fold::key`] makes them; Europass prints most of the long ones.

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// A title or a degree.
    What,
    /// An employer or a school.
    Where,
    When,
    Else,
}

pub(super) const WORK: &[(Fact, &str)] = &[
    (
        Fact::What,
        "occupation or position held|position held|position|job title|designation|role|title|post held|post|occupation|\
         beruf oder funktion|beruf|funktion|tatigkeit|stelle|stellenbezeichnung|position funktion|\
         lavoro o posizione ricoperti|posizione ricoperta|posizione|ruolo|mansione|tipo di impiego|qualifica|mansioni ricoperte|\
         profesion o cargo desempenado|cargo desempenado|cargo|puesto|puesto de trabajo|\
         fonction ou poste occupe|poste occupe|poste|fonction|emploi|funcao ou cargo ocupado|cargo ou funcao|funcao|cargo ocupado|\
         zawod lub stanowisko|zajmowane stanowisko|stanowisko|functie|beroep of functie|functie of beroep|\
         职位|职务|岗位|担任职务|职位名称|должность|役職|職位|직위|직책|obsazena pozice|pracovni pozice|pozice|functia sau postul ocupat|functia|pozitia",
    ),
    (
        Fact::Where,
        "name and address of employer|employer|company|company name|organisation|organization|name of employer|name of the company|\
         name und adresse des arbeitgebers|arbeitgeber|firma|unternehmen|betrieb|\
         nome e indirizzo del datore di lavoro|datore di lavoro|azienda|nome del datore di lavoro|\
         nombre y direccion de la empresa o empleador|nombre y direccion de la empresa|nombre y direccion del empleador|empresa|empleador|compania|\
         nom et adresse de l employeur|nom et adresse de lemployeur|employeur|entreprise|societe|\
         nome e endereco do empregador|empregador|nazwa i adres pracodawcy|pracodawca|naam en adres van de werkgever|werkgever|bedrijf|\
         公司|公司名称|单位|工作单位|单位名称|компания|организация|работодатель|место работы|会社名|회사명|회사|numele si adresa angajatorului|angajator|zamestnavatel|nazev a adresa zamestnavatele",
    ),
    (
        Fact::Else,
        "main activities and responsibilities|main activities|type of business or sector|location|responsibilities|duties|job description|description|address|city|\
         wichtigste tatigkeiten und zustandigkeiten|wichtigste tatigkeiten|branche|tatigkeitsbereich oder branche|aufgaben|ort|\
         principali attivita e responsabilita|principali attivita|principali mansioni e responsabilita|tipo di attivita o settore|tipo di azienda o settore|settore|\
         funciones y responsabilidades principales|principales actividades y responsabilidades|funciones|sector|tipo de empresa o sector|\
         principales activites et responsabilites|missions|type ou secteur d activite|secteur|principais atividades e responsabilidades|tipo de empresa ou sector|atividades|\
         glowne obowiazki|glowne dzialania i obowiazki|obowiazki|rodzaj dzialalnosci lub sektor|belangrijkste activiteiten en verantwoordelijkheden|taken|工作内容|职责|工作职责|工作描述|обязанности",
    ),
];

pub(super) const STUDY: &[(Fact, &str)] = &[
    (
        Fact::What,
        "title of qualification awarded|qualification awarded|qualification|degree|course|course of study|certificate or diploma obtained|diploma|programme|\
         bezeichnung der erworbenen qualifikation|abschluss|studiengang|fachrichtung|\
         titolo della qualifica rilasciata|titolo di studio|qualifica conseguita|titolo conseguito|\
         titulo de la cualificacion obtenida|cualificacion obtenida|titulo|titulacion|titulo obtenido|grado|\
         intitule du certificat ou diplome delivre|diplome|diplome obtenu|designacao da qualificacao atribuida|qualificacao|curso|\
         uzyskane kwalifikacje|kierunek|tytul|naam van het diploma|naam van de kwalificatie|opleiding|\
         学位|专业|学历|所学专业|степень|специальность|専攻|학위|전공|calificarea diploma obtinuta|dosazena kvalifikace",
    ),
    (
        Fact::Where,
        "name and type of organisation providing education and training|name and type of organisation|institution|university|school|college|name of institution|institute|\
         name und art der bildungs oder ausbildungseinrichtung|name der bildungseinrichtung|bildungseinrichtung|hochschule|universitat|schule|\
         nome e tipo d istruzione o formazione|nome e tipo di istituto di istruzione o formazione|nome dell organizzazione erogatrice dell istruzione e formazione|nome dellorganizzazione erogatrice dellistruzione|nome dellorganizzazione erogatrice dellistruzione e formazione|istituto|universita|scuola|\
         nombre y tipo del centro de estudios|nombre del centro de formacion|nombre y tipo de la organizacion que ha impartido la educacion o la formacion|centro|centro de estudios|universidad|institucion|\
         nom et type de letablissement denseignement ou de formation|etablissement|ecole|universite|nome e tipo da organizacao de ensino ou formacao|instituicao|instituicao de ensino|\
         nazwa i typ instytucji szkolacej|nazwa i rodzaj organizacji zapewniajacej ksztalcenie i szkolenie|nazwa instytucji szkoleniowej|uczelnia|naam en type van de onderwijsinstelling|naam van de instelling|onderwijsinstelling|instelling|\
         学校|毕业院校|院校|学校名称|учебное заведение|вуз|университет|学校名|학교|numele si tipul institutiei de invatamant|nazev a typ organizace poskytujici vzdelavani",
    ),
    (
        Fact::Else,
        "principal subjects occupational skills covered|principal subjects|level in national or international classification|level|grade|thesis|location|subjects|hauptfacher berufliche fahigkeiten|hauptfacher|stufe der nationalen oder internationalen klassifikation|note|ort|\
         principali materie abilita professionali oggetto dello studio|principali tematiche competenze professionali possedute|livello nella classificazione nazionale|voto|principales materias|nivel en la clasificacion nacional|principales matieres|niveau|principais disciplinas|glowne przedmioty|ocena|poziom",
    ),
];

/// The same in both.
pub(super) const DATES: &str = "dates|date|period|duration|from to|dates from to|daten|datum|zeitraum|dauer|von bis|fechas|fecha|periodo|date da a|dates de a|periode|datas|data|okres|daty|okres zatrudnienia|time|tenure|时间|起止时间|在职时间|период|даты|период работы|годы|期間|기간|perioada|obdobi|datum od do";
