//! What sections are called in languages beyond those of
//! [`super::heading_words`], a language a row. Keys as [`super::fold::key`]
//! makes them.

use crate::extract::SectionKind::{self, *};

/// Whole headings: Swedish, Danish, Norwegian, Finnish, Czech and Slovak,
/// Romanian, Hungarian, Turkish, Greek, Ukrainian, then what the main list
/// lacks of Russian, Arabic, Hebrew, Korean and Japanese.
pub(super) const PHRASES: &[(SectionKind, &str)] = &[
    (
        Summary,
        "sammanfattning|om mig|personlig profil|presentation|malsattning|yrkesprofil|\
         om mig selv|resume|personlig profil|profiltekst|\
         om meg|sammendrag|nokkelkvalifikasjoner|personlig profil|kort om meg|\
         profiili|tietoa minusta|minusta|tiivistelma|esittely|tavoite|\
         profesni profil|o mne|shrnuti|souhrn|cil|kariermi cil|osobni profil|profesijny profil|o mne|zhrnutie|\
         despre mine|profil personal|profil profesional|rezumat|obiectiv|obiectiv profesional|obiective|\
         bemutatkozas|rolam|szakmai profil|osszefoglalo|szakmai osszefoglalo|celkituzes|celom|\
         hakkimda|ozet|profil|kariyer hedefi|kisisel profil|profesyonel ozet|hedef|\
         προφιλ|επαγγελματικο προφιλ|περιληψη|σχετικα με εμενα|στοχοσ|επαγγελματικοσ στοχοσ|συνοψη|\
         про мене|профіль|мета|ціль|коротко про себе|короткий опис|професійний профіль|загальна інформація|\
         желаемая должность и зарплата|желаемая должность|профессиональный профиль|краткое резюме|цель поиска работы|\
         الخلاصة|السيرة المختصرة|الملف المهني|نبذة مهنية|عني|פרופיל מקצועי|קצת עליי|מטרה|מטרה מקצועית|핵심 역량|자기 소개|자기소개서|간단 소개",
    ),
    (
        Experience,
        "arbetserfarenhet|yrkeserfarenhet|anstallningar|arbetslivserfarenheter|tidigare anstallningar|yrkesbakgrund|praktik|\
         arbejdserfaring|erfaring|ansaettelser|joberfaring|professionel erfaring|erhvervserfaringer|praktikophold|beskaeftigelse|\
         yrkeserfaring|arbeidserfaringer|jobberfaring|relevant erfaring|arbeidspraksis|praksis|\
         tyokokemukset|kokemus|tyohistoria|ammatillinen kokemus|harjoittelut|\
         praxe|pracovni praxe|profesni zkusenosti|pracovni zkusenost|prubeh zamestnani|pracovne skusenosti|pracovna skusenost|zamestnani|staze|\
         experienta|experienta de munca|experienta in munca|istoric profesional|parcurs profesional|stagii|\
         szakmai tapasztalat|munkatapasztalatok|szakmai tapasztalatok|munkahelyek|szakmai palyafutas|tapasztalat|eddigi munkahelyek|gyakorlat|\
         is tecrubesi|is tecrubeleri|is deneyimleri|mesleki deneyim|profesyonel deneyim|tecrube|calisma hayati|kariyer|staj deneyimi|stajlar|\
         επαγγελματικη εμπειρια|εργασιακη εμπειρια|προυπηρεσια|εμπειρια|πρακτικη ασκηση|\
         досвід роботи|досвід|професійний досвід|трудова діяльність|професійна діяльність|кар єра|практика|\
         места работы|трудовой опыт|профессиональная деятельность|стажировки|практика|\
         خبرات|خبرة العمل|الخبرة الوظيفية|الخبرة في العمل|الوظائف السابقة|التدريب المهني|ניסיון עבודה|ניסיון|עבודה|경력 사항|경력 사항들|주요 경력|근무 경력|경력 기술|인턴 경험|인턴 경력|職務経歴|職務内容|職務詳細|職務経歴詳細",
    ),
    (
        Education,
        "utbildningar|utbildning och kurser|akademisk utbildning|skolutbildning|studier|\
         uddannelser|uddannelse og kurser|uddannelsesbaggrund|\
         utdanning og kurs|skolegang|studier|utdanningsbakgrunn|\
         koulutus ja tutkinnot|koulutustausta|opinnot|tutkinnot|\
         vzdelanie|dosazene vzdelani|nejvyssi dosazene vzdelani|studium|vzdelani a kurzy|\
         studii|educatie|educatie si formare profesionala|formare|pregatire|educatie si instruire|studii si formare|\
         tanulmany|vegzettseg|iskolai vegzettseg|vegzettsegek|kepzettseg|oktatas|iskolak|kepzesek|\
         ogrenim|egitim bilgileri|egitim durumu|ogrenim bilgileri|akademik gecmis|\
         εκπαιδευση|σπουδεσ|ακαδημαικη εκπαιδευση|εκπαιδευση και καταρτιση|τιτλοι σπουδων|\
         освіта|навчання|освіта та навчання|\
         высшее образование|образование и квалификация|основное образование|\
         المؤهل|المؤهلات الأكاديمية|المؤهلات الدراسية|المؤهلات التعليمية|الشهادات العلمية|الخلفية التعليمية|לימודים והכשרה|השכלה פורמלית|학력 사항|최종 학력|최종학력|교육 사항",
    ),
    (
        Skills,
        "kompetenser|fardigheter|egenskaper|tekniska fardigheter|tekniska kunskaper|datakunskaper|datorkunskaper|kunskaper|nyckelkompetenser|kompetens|\
         faglige kompetencer|it kompetencer|it faerdigheder|faerdigheder|personlige kompetencer|kernekompetencer|it kundskaber|kvalifikationer|\
         kompetanse|it kompetanse|datakunnskaper|egenskaper|nokkelkompetanse|kvalifikasjoner|data kunnskaper|\
         osaaminen|erityisosaaminen|ydinosaaminen|tietotekniset taidot|it taidot|tietotekniikkataidot|tekniset taidot|avainosaaminen|vahvuudet|\
         dovednosti a znalosti|znalosti|schopnosti|znalosti a dovednosti|odborne znalosti|pc znalosti|pocitacove dovednosti|zrucnosti|schopnosti a zrucnosti|technicke dovednosti|pocitacove znalosti|\
         aptitudini|abilitati|competente tehnice|competente digitale|aptitudini si competente|abilitati si competente|competente profesionale|competente cheie|calificari|competente personale|\
         keszsegek|kepessegek|kompetenciak|ismeretek|szamitastechnikai ismeretek|informatikai ismeretek|szakmai ismeretek|szamitogepes ismeretek|it ismeretek|szakmai keszsegek|erossegek|\
         yetkinlikler|beceri|teknik beceriler|bilgisayar bilgisi|bilgisayar becerileri|yetenekler ve beceriler|mesleki beceriler|yetkinliklerim|becerilerim|programlar|\
         δεξιοτητεσ|ικανοτητεσ|τεχνικεσ δεξιοτητεσ|γνωσεισ|γνωσεισ υπολογιστων|ψηφιακεσ δεξιοτητεσ|δεξιοτητεσ και ικανοτητεσ|επαγγελματικεσ δεξιοτητεσ|προσωπικεσ δεξιοτητεσ|γνωσεισ η υ|\
         навички|професійні навички|ключові навички|технічні навички|вміння|уміння|компетенції|навички та вміння|знання та навички|комп ютерні навички|\
         умения и навыки|навыки и умения|компьютерные навыки|знания и навыки|технологии|личные качества|\
         المهارات الشخصية|المهارات المهنية|المهارات الحاسوبية|مهارات الحاسوب|المهارات والقدرات|القدرات والمهارات|مهارات شخصية|المهارات العامة|כישורים אישיים|ידע מקצועי|ידע טכני|יישומי מחשב|שליטה במחשב|ידע במחשבים|מיומנויות וכישורים|핵심 기술|기술 스택들|보유기술|보유 스킬|보유 역량|역량|활용 기술|업무 스킬|사용 기술|技能・スキル|スキル・技術|スキルセット|活かせる経験・知識・技術|pcスキル|使用技術|保有スキル|活かせるスキル|活かせる知識・スキル|得意分野",
    ),
    (
        Projects,
        "projekt|projekter|egna projekt|projektarbeten|projektit|projekty|vlastni projekty|proiecte|proiecte personale|projektek|szakmai projektek|projeler|projelerim|εργα|προτζεκτ|проєкти|проекти|ключевые проекты|избранные проекты|أهم المشاريع|المشاريع الشخصية|פרויקטים אישיים|주요 프로젝트|개인 프로젝트|프로젝트 경력|プロジェクト経歴|制作実績|実績",
    ),
    (
        Publications,
        "publikationer|publiceringar|publikasjoner|julkaisut|publikace|publikacie|publicatii|publikaciok|yayinlar|makaleler|δημοσιευσεισ|публікації|научные публикации|منشورات|논문 및 출판|논문 실적|研究業績|発表論文",
    ),
    (
        Certifications,
        "certifikat|certifikater|kurser|kurser och certifikat|licenser|intyg|korkort|kurser och utbildningar|certifieringar|\
         certificeringer|kurser og certifikater|kurser og certificeringer|efteruddannelse|beviser|kursus|\
         sertifikater|sertifiseringer|kurs|kurs og sertifikater|kurser og sertifikater|sertifiseringer og kurs|\
         sertifikaatit|kurssit|kortit ja luvat|luvat|lisakoulutus|kurssit ja sertifikaatit|taydennyskoulutus|\
         certifikaty|kurzy|skoleni|kurzy a skoleni|certifikaty a kurzy|kurzy a certifikaty|osvedceni|odborna skoleni|skolenia|\
         certificari|cursuri|certificate|cursuri si certificari|atestate|cursuri de formare|\
         tanusitvanyok|tanfolyamok|kepesitesek|bizonyitvanyok|tovabbkepzesek|jogositvany|tanfolyamok kepzesek|\
         sertifika|kurslar|kurs ve sertifikalar|sertifika ve kurslar|kurslar ve sertifikalar|egitim ve sertifikalar|sertifikalar ve egitimler|belgeler|\
         πιστοποιησεισ|σεμιναρια|πιστοποιητικα|σεμιναρια και πιστοποιησεισ|επιμορφωση|\
         сертифікати|курси|курси та тренінги|підвищення кваліфікації|курси та сертифікати|ліцензії|тренінги|\
         курсы и тренинги|дополнительное образование|сертификаты и курсы|курсы и сертификаты|повышение квалификации курсы|тренинги|лицензии|\
         الشهادات المهنية|الرخص|الرخص والشهادات|شهادات|دورات تدريبية|دورات|קורסים והשתלמויות|הסמכות ותעודות|רישיונות|자격증 및 면허|자격 사항|자격 및 면허|교육 이수|수료 과정|교육이수|免許|免許・資格|保有資格・免許|資格・スキル",
    ),
    (
        Awards,
        "utmarkelser|priser|stipendier|priser och utmarkelser|priser og utmaerkelser|udmaerkelser|utmerkelser|priser og utmerkelser|palkinnot|tunnustukset|palkinnot ja tunnustukset|oceneni|uspechy|premii|premii si distinctii|distinctii|realizari|burse|dijak|elismeresek|dijak elismeresek|dijak es elismeresek|eredmenyek|oduller|basarilar|oduller ve basarilar|burslar|βραβεια|διακρισεισ|βραβεια και διακρισεισ|υποτροφιεσ|нагороди|досягнення|відзнаки|награды и достижения|достижения и награды|الجوائز والتكريمات|جوائز|פרסים והישגים|מלגות|수상 내역|수상내역|수상 이력|受賞・表彰",
    ),
    (
        Languages,
        "sprakkunskaper|sprakfardigheter|sprogkundskaber|sprogfaerdigheder|sprakferdigheter|sprakkunnskaper|kielitaito|kielet|kielitaidot|jazykove znalosti|jazykove dovednosti|cizi jazyky|znalost jazyku|jazykove schopnosti|jazykova vybavenost|jazykove zrucnosti|limbi|limbi vorbite|limbi straine cunoscute|competente lingvistice|nyelvek|nyelvismeret|idegen nyelvek|nyelvtudas szintje|nyelvi ismeretek|nyelvi keszsegek|dil|dil bilgisi|yabanci diller|dil becerileri|yabanci dil bilgisi|bildigi diller|γλωσσεσ|ξενεσ γλωσσεσ|γλωσσικεσ δεξιοτητεσ|γνωση ξενων γλωσσων|мови|знання мов|іноземні мови|володіння мовами|языковые навыки|языковая компетенция|المهارات اللغوية|إجادة اللغات|לשונות|שליטה בשפות|외국어 능력|어학 능력|언어 능력|어학능력|외국어능력|語学スキル|語学能力",
    ),
    (
        Interests,
        "intressen|fritidsintressen|fritid|hobby|fritidsinteresser|interesser og fritid|fritidssysler|hobbyer|interesser og hobbyer|harrastukset|kiinnostuksen kohteet|vapaa aika|harrastukset ja kiinnostuksen kohteet|zajmy|konicky|zaliby|volny cas|zaujmy|hobby uri|pasiuni|interese|hobbyuri|hobby uri si interese|erdeklodes|erdeklodesi kor|hobbi|hobbik|erdeklodesi korok|szabadido|ilgi alanlari ve hobiler|hobi|hobiler ve ilgi alanlari|kisisel ilgi alanlari|ενδιαφεροντα|χομπι|ενδιαφεροντα και χομπι|αλλα ενδιαφεροντα|захоплення|інтереси|хобі|хобі та інтереси|хобби и интересы|интересы и хобби|هوايات|اهتمامات|الاهتمامات الشخصية|תחביבים ותחומי עניין|תחומי התעניינות|취미 및 특기|취미·특기|취미활동|趣味・特技|趣味・関心",
    ),
    (
        Volunteering,
        "ideellt arbete|ideella uppdrag|ideellt engagemang|frivilligt arbejde|frivilligt arbeid|frivillig|frivillig arbeid|frivilligt engagement|vapaaehtoistyo|dobrovolnictvi|dobrovolnicka cinnost|dobrovolnictvo|voluntariat|activitati de voluntariat|onkentes munka|onkentesseg|onkentes tevekenyseg|gonulluluk|gonullu calismalar|gonullu faaliyetler|gonulluluk faaliyetleri|εθελοντισμοσ|εθελοντικη δραση|εθελοντικη εργασια|волонтерство|волонтерська діяльність|волонтерский опыт|أعمال تطوعية|الأنشطة التطوعية|العمل التطوعى|פעילות התנדבותית|자원봉사|사회 공헌|ボランティア活動",
    ),
    (
        References,
        "referens|suosittelijat|reference|doporuceni|referinte|referencia|referenciak|referanslarim|συστασεισ|συστατικεσ επιστολεσ|рекомендації|مراجع|معرفون|אנשי קשר ממליצים|추천인 정보",
    ),
    (
        Other,
        "kontaktuppgifter|personuppgifter|ovriga meriter|ovrig information|uppdrag|fortroendeuppdrag|kontaktoplysninger|personlige oplysninger|personlige data|ovrige oplysninger|tillidshverv|verv|personlige opplysninger|personalia|annet|ovrige opplysninger|kontaktinfo|yhteystiedot|henkilotiedot|muut tiedot|luottamustehtavat|muuta|kontaktni udaje|osobni udaje|dalsi informace|ostatni|ridicsky prukaz|doplnujici informace|osobne udaje|date personale|informatii personale|date de contact|informatii suplimentare|alte informatii|permis de conducere|permis de conducere categoria|szemelyes adatok|elerhetosegek|elerhetoseg|egyeb|egyeb informaciok|egyeb ismeretek|kapcsolat|iletisim bilgileri|kisisel bilgi|kimlik bilgileri|ek bilgiler|diger|askerlik durumu|ehliyet|uyelikler|προσωπικα στοιχεια|στοιχεια επικοινωνιασ|επικοινωνια|λοιπα στοιχεια|αλλεσ πληροφοριεσ|επιπλεον πληροφοριεσ|контакти|особисті дані|персональні дані|додаткова інформація|контактна інформація|інше|контактная информация|персональные данные|обо мне дополнительно|بيانات شخصية|معلومات التواصل|بيانات التواصل|العضويات|פרטים|שירות לאומי|שירות צבאי לאומי|병역사항|병역 사항|기본 정보|기본정보|개인 정보|개인정보|인적 사항|연락처 정보|個人情報|通勤時間・扶養家族|本人希望欄|署名|podpis",
    ),
];
