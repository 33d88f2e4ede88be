//! Words of job titles, organisations, degrees and schools, as data. Stems
//! match inside a word, because German and Dutch write "Vertriebsleiterin".

use super::fold::{fold, is_cjk};
use super::role_languages;
use std::collections::HashSet;
use std::sync::LazyLock;

type Words = LazyLock<HashSet<&'static str>>;

static TITLES: Words =
    LazyLock::new(|| words_of(&[TITLE_WORDS, role_languages::TITLES, role_languages::TRADES]));
static ORGANISATIONS: Words = LazyLock::new(|| words_of(&[ORG_WORDS, role_languages::ORGANISATIONS]));
static DEGREES: Words = LazyLock::new(|| words_of(&[DEGREE_WORDS, role_languages::DEGREES]));
static SCHOOLS: Words = LazyLock::new(|| words_of(&[SCHOOL_WORDS, role_languages::SCHOOLS]));
static FORMS: Words = LazyLock::new(|| LEGAL_FORMS.split_whitespace().collect());

fn words_of(lists: &[&'static str]) -> HashSet<&'static str> {
    let mut words = HashSet::with_capacity(lists.iter().map(|list| list.len() / 8).sum());
    words.extend(lists.iter().flat_map(|list| list.split_ascii_whitespace()));
    words
}

/// Whole words of job titles.
const TITLE_WORDS: &str = "title position role engineer developer manager director analyst consultant assistant intern internship specialist coordinator administrator officer lead head designer architect scientist researcher teacher nurse accountant driver chef cook waiter waitress clerk cashier secretary receptionist technician electrician mechanic plumber carpenter welder operator supervisor associate advisor adviser agent representative executive president vp cto ceo cfo coo founder cofounder co-founder owner partner producer editor writer author journalist translator interpreter photographer artist professor lecturer tutor instructor trainer coach fellow postdoc student trainee apprentice volunteer member programmer tester qa sysadmin devops webmaster strategist planner buyer recruiter therapist physician doctor surgeon dentist pharmacist psychologist counselor counsellor attorney lawyer paralegal auditor controller bookkeeper economist statistician biologist chemist physicist mathematician geologist librarian curator guard pilot steward stewardess barista bartender baker butcher gardener farmer cleaner housekeeper janitor caregiver nanny merchandiser stylist hairdresser salesperson seller marketer promoter contractor freelancer freelance principal senior junior staff scrum facilitator mentor chair chairman treasurer ambassador vice foreman packer picker labourer laborer worker educator paramedic midwife carer creator \
     praktikant praktikantin werkstudent werkstudentin student studentin leiter leiterin berater beraterin referent referentin mitarbeiter mitarbeiterin geschaftsfuhrer geschaftsfuhrerin auszubildende auszubildender azubi koch kochin pfleger pflegerin krankenschwester lehrer lehrerin erzieher erzieherin fahrer fahrerin kaufmann kauffrau verkaufer verkauferin techniker technikerin meister meisterin fachkraft sachbearbeiter sachbearbeiterin buchhalter buchhalterin volontar volontarin aushilfe hilfskraft geselle gesellin gruppenleiter arzt arztin \
     ingenieur ingenieure developpeur developpeuse stagiaire stage alternant alternante apprenti apprentie assistante assistent assistentin chargee charge chef cheffe responsable directeur directrice gestionnaire conseiller conseillere vendeur vendeuse comptable infirmier infirmiere professeur enseignant enseignante formateur formatrice serveur serveuse cuisinier cuisiniere technicien technicienne redacteur redactrice chercheur chercheuse doctorant doctorante commercial commerciale consultante analyste architecte graphiste animateur animatrice hotesse \
     ingeniero ingeniera desarrollador desarrolladora programador programadora analista gerente director directora jefe jefa coordinador coordinadora tecnico tecnica becario becaria practicante asistente auxiliar administrativo administrativa contable enfermero enfermera profesor profesora maestro maestra camarero camarera cocinero cocinera vendedor vendedora dependiente dependienta consultor consultora disenador disenadora arquitecto arquitecta investigador investigadora responsable encargado encargada electricista abogado abogada medico puesto \
     engenheiro engenheira desenvolvedor desenvolvedora estagiario estagiaria gestor gestora diretor diretora coordenador coordenadora professora professor enfermeira enfermeiro contabilista tecnica assistente analista designer auxiliar cozinheiro cozinheira motorista atendente supervisor vendedor investigador bolseiro monitor \
     ingegnere sviluppatore sviluppatrice tirocinante stagista responsabile direttore direttrice coordinatore coordinatrice impiegato impiegata contabile infermiere infermiera insegnante docente cameriere cameriera cuoco cuoca commesso commessa tecnico consulente ricercatore ricercatrice progettista addetto addetta operaio operaia segretaria segretario receptionist apprendista collaboratore collaboratrice assegnista dottorando \
     ontwikkelaar stagiair medewerker medewerkster beheerder adviseur leraar docent verpleegkundige verpleger boekhouder verkoper verkoopster chauffeur monteur kok ober leidinggevende projectleider teamleider directeur onderzoeker promovendus vrijwilliger hoofd begeleider schoonmaker magazijnmedewerker kassamedewerker \
     inzynier programista programistka kierownik kierowniczka dyrektor dyrektorka specjalista specjalistka stazysta stazystka praktykant praktykantka asystent asystentka ksiegowy ksiegowa nauczyciel nauczycielka pielegniarka pielegniarz kierowca sprzedawca kelner kelnerka kucharz kucharka koordynator koordynatorka analityk doradca konsultant konsultantka magazynier mechanik elektryk recepcjonistka handlowiec przedstawiciel pracownik lider starszy mlodszy wolontariusz \
     مهندس مهندسة مدير مديرة محاسب محاسبة معلم معلمة مدرس مساعد مساعدة موظف موظفة مدقق مبرمج مبرمجة مطور مطورة ممرض ممرضة طبيب طبيبة سائق فني محلل محللة مصمم مصممة مشرف مشرفة منسق منسقة أخصائي أخصائية رئيس باحث باحثة متدرب متدربة مستشار مندوب كاتب بائع מנהל מנהלת מהנדס מהנדסת מפתח מפתחת בודק בודקת ראש רכז רכזת מורה אחות רופא רופאה נהג טכנאי תומך מתמחה סטודנט עוזר עוזרת מעצב מעצבת יועץ יועצת אנליסט מתכנת מתכנתת מזכירה סוכן טבח инженер разработчик программист менеджер директор аналитик стажер специалист руководитель помощник консультант администратор бухгалтер учитель преподаватель тестировщик дизайнер начальник старший ведущий младший";

/// Inside a word.
const TITLE_STEMS: &str = "entwickler ingenieur leiter berater manager mechaniker verkauf fahrer pfleger lehrer assistent techniker sachbearbeit kaufmann kauffrau fachfrau fachmann fachangestellte elektroniker verantwortliche mitarbeiter koordinator administrator spezialist programmier ontwikkelaar medewerker adviseur leider beheerder hilfskraft meister praktik referent redakteur designer consultant engineer developer analyst architekt tatigkeit";

const TITLE_CJK: &str = "工程师|经理|实习|开发|主管|总监|专员|助理|设计师|架构师|分析师|程序员|顾问|主任|教师|会计|编辑|研究员|负责人|职位|组长|部长|店长|助教|销售|运营|测试|前端|后端|工程師|設計師|エンジニア|マネージャー|担当|リーダー|課長|係長|主任|開発|営業|デザイナー|コンサルタント|プログラマ|アルバイト|インターン|社員|스태프|엔지니어|개발자|매니저|인턴|디자이너|팀장|대리|과장|연구원|사원|책임|선임|직원";

/// Whole words of organisations.
const ORG_WORDS: &str = "inc llc ltd limited corp corporation co company group gmbh ag kg ohg ug se plc sa sas sarl spa srl sl bv nv ab oy as aps oyj kft sp zoo pty pvt pte holding holdings llp lp partners bank hospital clinic university college school institute laboratories laboratory labs lab studio studios agency foundation association ministry department council committee authority government court church museum library hotel restaurant cafe bakery pharmacy store shop supermarket airlines technologies technology systems solutions software services consulting industries international enterprises ventures capital media networks network interactive games publishing press energy motors electronics pharmaceuticals insurance logistics dynamics innovations analytics digital global center centre society club union federation corporate organization organisation ngo startup airport theatre theater \
     universitat hochschule klinikum krankenhaus klinik praxis schule gymnasium stadt kreis amt ministerium bundesamt verein stiftung werk werke verlag autohaus backerei apotheke kanzlei institut firma \
     universite ecole lycee hopital clinique mairie societe entreprise cabinet banque agence restaurant boulangerie groupe centre conseil \
     universidad hospital clinica colegio instituto ayuntamiento empresa grupo banco agencia restaurante sociedad fundacion asociacion escuela tecnologias soluciones empleador \
     universidade escola camara municipal faculdade grupo associacao tecnologia solucoes lda ltda sistemas construtora farmacia \
     universita ospedale scuola liceo comune azienda gruppo banca agenzia ristorante fondazione associazione istituto studio politecnico cooperativa tecnologie \
     universiteit ziekenhuis gemeente bedrijf bank stichting vereniging ministerie hogeschool groep \
     uniwersytet politechnika szpital szkola urzad firma spolka grupa instytut fundacja stowarzyszenie przedsiebiorstwo biuro restauracja sklep bank przychodnia \
     شركة مؤسسة مصرف بنك مجموعة جامعة كلية مدرسة مستشفى وزارة مكتب معهد مركز بلدية מכללת אוניברסיטת אוניברסיטה מכללה חברת קבוצת בנק משרד עיריית מרכז קופת מכון טכנולוגיות תקשורת מערכות ооо оао зао ао компания университет институт группа банк завод больница школа employer arbeitgeber employeur datore werkgever pracodawca";

const ORG_CJK: &str = "公司|集团|银行|大学|学院|研究所|研究院|实验室|医院|学校|中心|科技|网络|株式会社|有限会社|会社|グループ|研究室|協会|주식회사|회사|대학교|그룹|은행|연구소|전자|有限|股份|企业|事务所|腾讯|阿里|百度|华为|字节|集團|院校";

/// Words of degrees.
const DEGREE_WORDS: &str = "bachelor bachelors bachelor's master masters master's doctor doctorate phd ph.d ph.d. dphil doctoral degree diploma associate associates mba bsc b.sc b.sc. msc m.sc m.sc. ba b.a b.a. bs b.s b.s. ms m.s m.s. ma m.a m.a. beng b.eng b.eng. meng m.eng m.eng. btech b.tech b.tech. mtech m.tech m.tech. bba bcom b.com llb llm j.d. jd md m.d. bed b.ed b.ed. med m.ed m.ed. mphil bfa mfa b.e. b.e m.e. certificate certification hnd nvq gcse gcses a-level a-levels ged postgraduate undergraduate graduate minor major honours hons coursework bootcamp apprenticeship secondary ssc hsc cse mca bca pgce \
     diplom diplom-ingenieur dipl dipl.-ing dipl.-ing. abitur fachabitur fachhochschulreife hochschulreife ausbildung promotion magister staatsexamen realschulabschluss mittlere reife matura hauptschulabschluss umschulung berufsausbildung studium bachelorstudium masterstudium \
     licence baccalaureat bac bac+2 bac+3 bac+5 dut bts doctorat maitrise diplome deug dea dess cap bep brevet but ingenieur prepa classe \
     grado licenciatura licenciado licenciada ingenieria doctorado maestria master bachillerato diplomado tecnico diplomatura posgrado titulo ciclo formativo fp \
     graduacao bacharelado bacharel mestrado doutorado doutoramento especializacao tecnologo pos-graduacao ensino medio curso tecnico mestre engenharia \
     laurea triennale magistrale dottorato diploma maturita perito ragioneria corso \
     vwo havo vmbo mavo mbo hbo wo propedeuse bachelordiploma masterdiploma gymnasium atheneum \
     licencjat magisterskie licencjackie inzynierskie inzynier doktorat technik studia liceum matura magisterium podyplomowe \
     بكالوريوس ماجستير دكتوراه دبلوم ليسانس إجازة ثانوية תואר בוגר מוסמך דוקטורט תעודת בגרות הנדסאי бакалавр магистр специалист аспирантура кандидат доктор бакалавриат магистратура специалитет диплом";

const DEGREE_STEMS: &str =
    "bachelor master diplom doctor doktor licenci magist ingenieurwesen laurea ausbildung kaufmann kauffrau";

const DEGREE_CJK: &str = "学士|硕士|博士|本科|研究生|专科|大专|学位|高中|修士|学部|卒業|専攻|学科|碩士|學士|학사|석사|박사|전공|학과|高校卒業|入学";

const SCHOOL_WORDS: &str = "university college school institute academy polytechnic faculty universitat hochschule fachhochschule gymnasium realschule berufsschule schule akademie uni tu fh berufskolleg kolleg universite ecole lycee institut faculte iut universidad colegio instituto escuela facultad politecnica politecnico universidade escola faculdade universita liceo istituto scuola universiteit hogeschool lyceum roc uniwersytet politechnika szkola akademia liceum technikum wydzial institution institucion instituicao mit eth epfl ucla eth-zurich ens hec insead universitet universitetet university's colegiul universitatea universitesi lise campus conservatory seminary coursera udemy udacity جامعة كلية معهد مدرسة أكاديمية אוניברסיטת האוניברסיטה אוניברסיטה מכללת המכללה מכללה טכניון הטכניון תיכון университет институт академия школа колледж мгу лицей universiti univerzita egyetem yliopisto hogskola kth технический";

const SCHOOL_STEMS: &str =
    "universi hochschul schule gymnasi akademi college polytech politec politech kolleg";

const SCHOOL_CJK: &str =
    "大学|学院|学校|高校|高等学校|专门学校|専門学校|院校|中学|대학교|대학원|고등학교|大學|研究所";

/// What stands behind a company's name.
const LEGAL_FORMS: &str = "inc llc ltd limited corp co gmbh ag kg plc sa sas sarl spa srl sl bv nv llp lp lda ltda pvt pty s.a s.l s.a. s.l. b.v. s.r.l s.r.l. s.p.a s.p.a.";

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "/,()&|:;*".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        .filter(|word| !word.is_empty())
}

fn listed(list: &HashSet<&'static str>, word: &str) -> bool {
    list.contains(word) || list.contains(word.trim_matches('.'))
}

fn stem(stems: &str, word: &str) -> bool {
    word.len() > 6 && stems.split(' ').any(|stem| word.contains(stem))
}

fn any_cjk(list: &str, text: &str) -> bool {
    text.chars().any(|c| is_cjk(c) || (c as u32) >= 0xAC00)
        && list.split('|').any(|known| text.contains(known))
}

/// How much the words speak for a job title: the count, with the last word
/// before a comma ("Office Manager") counting twice.
pub(super) fn title_score(text: &str) -> f32 {
    let folded = fold(text);
    let head = folded.split([',', '(', '–', '|']).next().unwrap_or_default();
    let mut score: f32 = 0.0;
    for word in words(&folded) {
        // "bzw. Entwickler*in", "Entwickler/in", "Leiter:in"
        if listed(&TITLES, word) || stem(TITLE_STEMS, word) {
            score += 1.0;
        } else if word.contains('-') && word.split('-').any(|part| listed(&TITLES, part)) {
            score += 0.8;
        }
    }
    if words(head).last().is_some_and(|word| listed(&TITLES, word))
        || words(head).next().is_some_and(|word| listed(&TITLES, word))
    {
        score += 0.8;
    }
    if any_cjk(TITLE_CJK, text) {
        score += 1.5;
    }
    score.min(2.6)
}

pub(super) fn organisation_score(text: &str) -> f32 {
    let folded = fold(text);
    let mut score: f32 = 0.0;
    for word in words(&folded) {
        if listed(&ORGANISATIONS, word)
            && (word.len() > 2 || matches!(word, "ag" | "kg" | "sa" | "bv" | "nv" | "se" | "ab" | "sl"))
        {
            score += 1.0;
        } else if stem(SCHOOL_STEMS, word) {
            score += 0.8;
        }
    }
    if folded.contains("& co")
        || folded.contains(" co.")
        || folded.contains("s.a")
        || folded.contains("s.r.l")
        || folded.contains("sp. z o.o")
        || folded.contains("s.p.a")
        || folded.contains("b.v.")
        || folded.contains("e.v.")
        || folded.contains("e.k.")
    {
        score += 1.5;
    }
    if any_cjk(ORG_CJK, text) {
        score += 1.5;
    }
    score.min(2.6)
}

pub(super) fn is_organisation(text: &str) -> bool {
    organisation_score(text) >= 1.0
}

/// "Inc.", "GmbH & Co. KG": never a part of its own.
pub(super) fn is_legal_form(text: &str) -> bool {
    // "Denver, CO" is a state.
    if text.trim().len() == 2
        && text.trim().chars().all(|c| c.is_ascii_uppercase())
        && !matches!(text.trim(), "AG" | "KG" | "SA" | "SL" | "BV" | "NV")
    {
        return false;
    }
    let folded = fold(text);
    let mut any = false;
    for word in words(&folded) {
        if !listed(&FORMS, word) {
            return false;
        }
        any = true;
    }
    any
}

pub(super) fn degree_score(text: &str) -> f32 {
    let folded = fold(text);
    let mut score: f32 = 0.0;
    for (number, word) in words(&folded).enumerate() {
        let stem_of = word.split('-').next().filter(|first| first.len() > 2).unwrap_or(word);
        if listed(&DEGREES, word) || listed(&DEGREES, stem_of) {
            // "BA" and "MA" are states and words too; first they are degrees.
            score += if word.len() > 2 || number == 0 { 1.2 } else { 0.5 };
        } else if stem(DEGREE_STEMS, word) {
            score += 1.0;
        }
    }
    if folded.starts_with("high school") || folded.starts_with("secondary school") {
        score += 1.2;
    }
    if folded.contains("high school diploma")
        || folded.contains("b.sc")
        || folded.contains("m.sc")
        || folded.contains("ph.d")
    {
        score += 1.0;
    }
    if any_cjk(DEGREE_CJK, text) {
        score += 1.5;
    }
    score.min(2.6)
}

pub(super) fn school_score(text: &str) -> f32 {
    let folded = fold(text);
    let mut score: f32 = 0.0;
    for word in words(&folded) {
        if listed(&SCHOOLS, word) {
            score += 1.3;
        } else if stem(SCHOOL_STEMS, word) {
            score += 1.2;
        }
    }
    // As printed instead of a degree; "Riverside High School" is a school.
    if folded.starts_with("high school") || folded.starts_with("secondary school") {
        score -= 1.2;
    }
    if any_cjk(SCHOOL_CJK, text) {
        score += 1.6;
    }
    score.min(2.6)
}
