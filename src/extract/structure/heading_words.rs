//! What sections are called, as data. Keys as [`super::fold::key`] makes them.

use crate::extract::SectionKind::{self, *};

/// Whole headings.
pub(super) const PHRASES: &[(SectionKind, &str)] = &[
    (
        Summary,
        "summary|profile|about|about me|objective|career objective|professional summary|executive summary|career summary|professional profile|personal profile|personal statement|career profile|summary of qualifications|overview|introduction|bio|biography|who am i|highlights|career highlights|\
         profil|kurzprofil|uber mich|zusammenfassung|personliches profil|berufsprofil|zielsetzung|qualifikationsprofil|beruflicher hintergrund|kurzvorstellung|\
         profil professionnel|a propos|a propos de moi|resume|objectif|objectif professionnel|accroche|presentation|synthese|\
         perfil|perfil profesional|sobre mi|resumen|resumen profesional|objetivo|objetivo profesional|extracto|acerca de mi|\
         perfil profissional|sobre mim|resumo|resumo profissional|objetivo profissional|sobre|apresentacao|\
         profilo|profilo professionale|chi sono|su di me|sommario|riepilogo|obiettivo|obiettivo professionale|presentazione|profilo personale|\
         profiel|over mij|samenvatting|persoonlijk profiel|profielschets|doelstelling|wie ben ik|\
         o mnie|profil zawodowy|podsumowanie|podsumowanie zawodowe|cel zawodowy|\
         个人简介|自我评价|个人总结|个人概述|关于我|求职意向|自我介绍|个人评价|简介|自己pr|自己紹介|職務要約|概要|要約|プロフィール|자기소개|소개|自己 pr|ملخص|الملخص|الملخص المهني|نبذة|نبذة عني|نبذة شخصية|الهدف|الهدف الوظيفي|الهدف المهني|الملف الشخصي|תקציר|תמצית|פרופיל|אודות|אודותי|קצת עלי|על עצמי|פרופיל אישי|תקציר מקצועי|обо мне|о себе|цель|профиль|краткая информация",
    ),
    (
        Experience,
        "experience|work experience|professional experience|employment|employment history|work history|career history|career|relevant experience|industry experience|experiences|professional background|professional history|work|positions|positions held|internships|internship|internship experience|work and volunteer experience|academic experience|clinical experience|job history|professional career|career experience|\
         berufserfahrung|berufserfahrungen|berufliche erfahrung|berufliche erfahrungen|beruflicher werdegang|berufspraxis|praktische erfahrung|praktische erfahrungen|arbeitserfahrung|praktika|werdegang|erfahrung|erfahrungen|berufstatigkeit|berufliche stationen|berufliche tatigkeiten|beschaftigung|berufliche laufbahn|lebenslauf beruf|beruf|anstellungen|\
         experience professionnelle|experiences professionnelles|parcours professionnel|emplois|stages|parcours|experiences|experience pro|\
         experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|historial laboral|experiencia de trabajo|empleo|practicas|trayectoria|\
         experiencia profissional|historico profissional|experiencias profissionais|percurso profissional|trajetoria profissional|experiencias|estagios|emprego|\
         esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|esperienze di lavoro|carriera|tirocini|\
         ervaring|werkervaring|relevante werkervaring|loopbaan|arbeidsverleden|beroepservaring|professionele ervaring|werk|stages|\
         doswiadczenie|doswiadczenie zawodowe|przebieg kariery|historia zatrudnienia|praca|praktyki|praktyki i staze|kariera|przebieg pracy zawodowej|\
         工作经历|工作经验|工作背景|实习经历|实习经验|职业经历|工作与实习经历|实习 项目经历|职业背景|任职经历|工作履历|職歴|職務経歴|経歴|業務経験|職務経験|工作經歷|工作經驗|경력|경력사항|업무 경험|업무 경력|الخبرات|الخبرة|الخبرة المهنية|الخبرات المهنية|الخبرة العملية|الخبرات العملية|خبرات العمل|السيرة المهنية|التاريخ الوظيفي|ניסיון|ניסיון תעסוקתי|ניסיון מקצועי|ניסיון בעבודה|תעסוקה|קורות מקצועיים|опыт работы|опыт|профессиональный опыт|трудовая деятельность|карьера|\
         arbetslivserfarenhet|erfarenhet|erhvervserfaring|arbeidserfaring|is deneyimi|deneyim|pracovni zkusenosti|zkusenosti|tyokokemus|kinh nghiem lam viec|experienta profesionala|munkatapasztalat|professional experience cont d|experience continued",
    ),
    (
        Education,
        "education|academic background|education and training|educational background|academic history|academic qualifications|educational qualifications|academics|studies|education qualifications|training|academic education|qualifications|schooling|degrees|academic training|formal education|\
         ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|akademische ausbildung|schule|bildungsgang|schulische ausbildung|ausbildung und studium|studium und ausbildung|bildungsabschlusse|aus und weiterbildung|hochschulbildung|schulausbildung|berufsausbildung|akademische bildung|\
         formation|formations|etudes|parcours academique|formation academique|diplomes|scolarite|parcours scolaire|diplomes et formations|cursus|education et formation|formation initiale|\
         educacion|formacion|formacion academica|estudios|educacion y formacion|titulacion|formacion reglada|historial academico|\
         formacao|formacao academica|educacao|escolaridade|habilitacoes literarias|educacao e formacao|habilitacoes academicas|percurso academico|\
         istruzione|formazione|istruzione e formazione|studi|titoli|titoli di studio|formazione accademica|percorso di studi|educazione|\
         opleiding|opleidingen|onderwijs|studie|scholing|opleiding en training|studies|educatie|\
         wyksztalcenie|edukacja|nauka|studia|edukacja i szkolenia|\
         教育背景|教育经历|学历|教育|教育程度|学业背景|教育經歷|學歷|学歴|教育背景与经历|학력|학력사항|교육|التعليم|المؤهلات|المؤهلات العلمية|المؤهل العلمي|التحصيل العلمي|الدراسة|التعليم والتدريب|השכלה|לימודים|השכלה אקדמית|השכלה והכשרה|образование|учеба|обучение|\
         utbildning|uddannelse|utdanning|utdannelse|egitim|vzdelani|koulutus|hoc van|educatie si formare|tanulmanyok",
    ),
    (
        Skills,
        "skills|skill|top skills|technical skills|key skills|core skills|core competencies|competencies|competences|skills and tools|technologies|technical proficiencies|expertise|areas of expertise|computer skills|it skills|technical|technical expertise|tools|tools and technologies|technology|tech stack|toolbox|abilities|capabilities|proficiencies|soft skills|hard skills|programming languages|programming|software|professional skills|technical knowledge|skills summary|skillset|skill set|digital skills|core strengths|key competencies|skills and abilities|skills and expertise|skills and competencies|specialties|knowledge|technical competencies|computer|additional skills|relevant skills|key qualifications|transferable skills|clinical skills|\
         kenntnisse|fahigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|kernkompetenzen|technische kenntnisse|qualifikationen|kenntnisse und fahigkeiten|besondere kenntnisse|faehigkeiten|weitere kenntnisse|technische fahigkeiten|fachliche kompetenzen|programmierkenntnisse|software kenntnisse|it fahigkeiten|computerkenntnisse|schlusselkompetenzen|edv|weitere qualifikationen|zusatzqualifikationen|soziale kompetenzen|starken|\
         competences techniques|competences cles|savoir faire|informatique|competences informatiques|aptitudes|competences professionnelles|outils|logiciels|savoir etre|atouts|qualites|\
         habilidades|competencias|conocimientos|aptitudes|habilidades tecnicas|conocimientos tecnicos|destrezas|conocimientos de computacion|conocimientos informaticos|informatica|competencias tecnicas|capacidades|herramientas|competencias digitales|\
         habilidades e competencias|conhecimentos|aptidoes|competencias digitais|conhecimentos tecnicos|conhecimentos informaticos|qualificacoes|\
         competenze|competenze tecniche|capacita|abilita|competenze informatiche|competenze digitali|conoscenze informatiche|capacita e competenze|competenze professionali|conoscenze|competenze chiave|\
         vaardigheden|competenties|kennis|computervaardigheden|technische vaardigheden|kernvaardigheden|kerncompetenties|it vaardigheden|kennis en vaardigheden|kwaliteiten|\
         umiejetnosci|kompetencje|kwalifikacje|umiejetnosci techniczne|znajomosc programow|kluczowe umiejetnosci|obsluga komputera|technologie|\
         技能|专业技能|技术栈|计算机技能|it 技能|it技能|技能特长|掌握技能|技术能力|技能清单|个人技能|技能与证书|スキル|技術|活かせる経験 知識 技術|専門スキル|テクニカルスキル|專業技能|기술|기술 스택|보유 기술|스킬|المهارات|مهارات|المهارات التقنية|المهارات الفنية|المهارات الأساسية|الكفاءات|القدرات|כישורים|מיומנויות|כישורים טכניים|יכולות|כלים|навыки|ключевые навыки|профессиональные навыки|технические навыки|умения|компетенции|\
         fardigheter|kompetencer|ferdigheter|kompetenser|beceriler|yetenekler|dovednosti|taidot|ky nang|competente",
    ),
    (
        Projects,
        "projects|personal projects|selected projects|key projects|side projects|notable projects|academic projects|open source|open source projects|portfolio|research projects|project experience|relevant projects|independent projects|technical projects|projects and associations|\
         projekte|projekterfahrung|ausgewahlte projekte|eigene projekte|projets|projets personnels|realisations|projets academiques|proyectos|proyectos personales|projetos|projetos pessoais|progetti|progetti personali|projecten|projekty|\
         项目经历|项目经验|项目|个人项目|开源项目|科研项目|プロジェクト|プロジェクト経験|開発経験|專案經歷|프로젝트|프로젝트 경험|المشاريع|مشاريع|פרויקטים|פרוייקטים|проекты|projekt|prosjekter|projeler|du an",
    ),
    (
        Publications,
        "publications|research and publications|papers|selected publications|articles|research publications|publications and talks|conference papers|presentations|publications and presentations|talks|writing|writings|books|conference presentations|\
         publikationen|veroffentlichungen|vortrage|communications|publicaciones|publicacoes|pubblicazioni|publicaties|publikacje|论文|发表论文|学术成果|论文发表|出版物|著作|論文|論文 発表|논문|المنشورات|الأبحاث|פרסומים|מאמרים|публикации|publikationer",
    ),
    (
        Certifications,
        "certifications|certificates|certification|certificate|licenses|licences|licenses and certifications|certifications and licenses|courses|professional development|training and certifications|courses and certifications|certifications and training|courses and training|trainings|professional certifications|continuing education|credentials|accreditations|workshops|coursework|relevant coursework|registrations|professional registration|registrations and certificates|licensure|tickets|courses and certificates|\
         zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|fortbildung|lizenzen|kurse|seminare|zertifikate und weiterbildungen|fuhrerschein|berufliche weiterbildung|\
         certificats|formations complementaires|formation continue|certifications et formations|certificaciones|certificados|cursos|formacion complementaria|cursos y certificaciones|certificacoes|formacao complementar|cursos e certificacoes|cursos complementares|cursos de formacao|cursos livres|certificados e cursos|\
         certificazioni|certificati|corsi|abilitazioni|patentini|certificazioni e corsi|corsi e certificazioni|corsi di aggiornamento|corsi di formazione|formazione professionale|attestati|certificaten|certificeringen|cursussen|trainingen|cursussen en trainingen|certyfikaty|kursy|szkolenia|kursy i szkolenia|szkolenia i certyfikaty|kursy i certyfikaty|\
         证书|资格证书|证书与资质|专业证书|資格|免許 資格|資格 免許|保有資格|資格・免許|證照|자격증|자격사항|자격|الشهادات|الدورات|الدورات التدريبية|الشهادات والدورات|الدورات والشهادات|التدريب|الاعتمادات|הסמכות|תעודות|קורסים|הכשרות|קורסים והסמכות|השתלמויות|сертификаты|курсы|повышение квалификации|sertifikalar",
    ),
    (
        Awards,
        "awards|honors|honours|honors and awards|honours and awards|awards and honors|awards and recognition|achievements|accomplishments|recognition|scholarships|prizes|distinctions|awards and achievements|scholarships and awards|awards and scholarships|key achievements|fellowships|grants|awards and honours|honors and achievements|\
         auszeichnungen|preise|stipendien|ehrungen|erfolge|auszeichnungen und stipendien|prix|recompenses|prix et distinctions|bourses|premios|reconocimientos|logros|becas|premios y reconocimientos|premiacoes|conquistas|premi|riconoscimenti|borse di studio|premi e riconoscimenti|prijzen|onderscheidingen|nagrody|osiagniecia|wyroznienia|nagrody i wyroznienia|\
         获奖情况|获奖经历|荣誉奖项|奖项|荣誉|所获奖项|获奖|荣誉与奖项|奖学金|受賞|受賞歴|表彰|獲獎經歷|수상|수상 경력|수상경력|الجوائز|الإنجازات|التكريمات|פרסים|הישגים|פרסים והצטיינות|награды|достижения|стипендии",
    ),
    (
        Languages,
        "languages|language|language skills|foreign languages|language proficiency|language competencies|languages spoken|\
         sprachen|sprachkenntnisse|fremdsprachen|sprache|langues|langues vivantes|competences linguistiques|langues etrangeres|idiomas|lenguas|conocimiento de idiomas|linguas|competencias linguisticas|lingue|competenze linguistiche|lingue straniere|conoscenze linguistiche|lingue conosciute|talen|talenkennis|taalvaardigheid|taalvaardigheden|jezyki|jezyki obce|znajomosc jezykow|znajomosc jezykow obcych|\
         语言|语言能力|语言技能|外语水平|外语能力|語学|語学力|言語|語言能力|語言|언어|외국어|어학|اللغات|لغات|שפות|ידיעת שפות|языки|знание языков|иностранные языки|владение языками|sprak|sprog|diller|jazyky|yabanci dil|limbi straine|nyelvtudas",
    ),
    (
        Interests,
        "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities and interests|passions|leisure|other interests|personal|\
         interessen|hobbys|hobbies|freizeit|hobbys und interessen|interessen und hobbys|personliche interessen|freizeitaktivitaten|centres d interet|centres d interets|loisirs|interets|centre d interet|centres interet|intereses|aficiones|pasatiempos|intereses personales|interesses|passatempos|interesses pessoais|interessi|interessi personali|tempo libero|hobby|hobby e interessi|hobby s|hobbies en interesses|vrijetijdsbesteding|zainteresowania|zainteresowania i hobby|\
         兴趣爱好|个人兴趣|爱好|兴趣|特长爱好|趣味|趣味 特技|興趣|취미|취미 특기|الاهتمامات|الهوايات|الهوايات والاهتمامات|תחביבים|תחומי עניין|интересы|хобби|увлечения|intressen|interesser|hobiler|ilgi alanlari|centres dinteret|centres dinterets",
    ),
    (
        Volunteering,
        "volunteering|volunteer|volunteer experience|volunteer work|community involvement|community service|volunteering experience|civic engagement|social engagement|voluntary work|leadership and volunteering|volunteer activities|community|voluntary experience|\
         ehrenamt|ehrenamtliches engagement|engagement|soziales engagement|ehrenamtliche tatigkeit|ehrenamtliche tatigkeiten|freiwilligenarbeit|benevolat|engagement associatif|vie associative|activites associatives|engagements|experience associative|voluntariado|trabajo voluntario|trabalho voluntario|volontariato|vrijwilligerswerk|wolontariat|dzialalnosc spoleczna|\
         志愿经历|志愿者经历|社会实践|志愿服务|ボランティア|志工經歷|봉사활동|봉사 활동|العمل التطوعي|الأعمال التطوعية|التطوع|התנדבות|волонтерство|волонтерская деятельность",
    ),
    (
        References,
        "references|referees|professional references|referenzen|references professionnelles|referencias|referenze|referenties|referencje|推荐人|参考人|推薦者|推薦人|照会先|المراجع|المعرفون|المعرّفون|ממליצים|המלצות|추천인|рекомендации|referanslar|referenser|referanser|reference",
    ),
    (
        Other,
        "leadership|activities|extracurricular activities|extra curricular activities|leadership and activities|leadership experience|strengths|additional information|other information|other|miscellaneous|additional|affiliations|memberships|professional affiliations|professional memberships|associations|profiles|online presence|links|contact|contact information|contact details|contact me|personal information|personal details|personal data|details|social|social media|online profiles|find me online|patents|teaching|research|research interests|declaration|service|extracurriculars|thesis|master thesis|extras|availability|hard facts|philosophy|my life philosophy|most proud of|quote|a day of my life|driving licence|driving license|nationality|websites|websites portfolios profiles|military service|security clearance|work authorization|get in touch|my time|day of my life|leadership activities|activities and leadership|professional service|industry knowledge|committees|campus involvement|conferences|mentoring|\
         kontakt|personliche daten|personliche angaben|zur person|sonstiges|weitere informationen|mitgliedschaften|angaben zur person|personliches|weiteres|kontaktdaten|sonstige kenntnisse|lehre|adresse|anschrift|profile|\
         contacts|coordonnees|informations personnelles|informations complementaires|divers|activites|informations|autres|permis|mobilite|etat civil|reseaux|activites extra professionnelles|autres activites|\
         contacto|datos personales|informacion personal|otros|otros datos|informacion adicional|datos de contacto|tesis|tesis de maestria|datos de interes|otros datos de interes|informacion complementaria|redes|\
         contato|dados pessoais|informacoes pessoais|outras informacoes|informacoes adicionais|outros|contactos|informacao pessoal|informacao adicional|redes sociais|contatos|\
         contatti|dati personali|informazioni personali|ulteriori informazioni|altro|informazioni|patente|recapiti|altre informazioni|informazioni aggiuntive|patente di guida|\
         persoonlijke gegevens|contactgegevens|overige|overig|nevenactiviteiten|personalia|rijbewijs|overige informatie|persoonlijke informatie|bestuurservaring|extracurriculaire activiteiten|gegevens|adres|persoonsgegevens|\
         dane osobowe|dane kontaktowe|inne|dodatkowe informacje|informacje dodatkowe|dodatkowe|prawo jazdy|klauzula|kontakt i dane|dane|\
         联系方式|基本信息|个人信息|其他|其它|毕业论文|校园经历|社团经历|领导力|在校经历|学生工作|社团和组织经历|附加信息|专利|連絡先|基本情報|その他|志望動機|本人希望記入欄|本人希望|通勤時間|個人資料|聯絡方式|연락처|인적사항|기타|병역|معلومات الاتصال|التواصل|بيانات الاتصال|معلومات شخصية|المعلومات الشخصية|البيانات الشخصية|معلومات إضافية|פרטים אישיים|פרטי קשר|יצירת קשר|שירות צבאי|נוספות|מידע נוסף|контакты|личные данные|личная информация|дополнительная информация|прочее|о компании|дополнительно|kontaktinformation|ovrigt|iletisim|kisisel bilgiler|kontaktuppgifter",
    ),
];

/// Words that give a heading of several words its kind; earlier kinds win
/// ("volunteer experience", "language skills").
pub(super) const KEYWORDS: &[(SectionKind, &str)] = &[
    (
        Volunteering,
        "volunteer volunteering voluntary ehrenamt ehrenamtliches ehrenamtliche benevolat voluntariado volontariato vrijwilligerswerk wolontariat",
    ),
    (
        Languages,
        "language languages sprachen sprachkenntnisse langues idiomas lingue talen jezyki языки 语言 語学 linguas linguistiques linguistiche",
    ),
    (
        Publications,
        "publications publication papers publikationen veroffentlichungen publicaciones publicacoes pubblicazioni publicaties publikacje публикации 论文 論文 talks presentations",
    ),
    (
        Certifications,
        "certifications certification certificates certificate licenses licences courses registrations registration licensure accreditations zertifikate zertifizierungen weiterbildung weiterbildungen fortbildungen certificats certificaciones cursos certificacoes certificazioni corsi certificaten cursussen certyfikaty kursy szkolenia 证书 資格 сертификаты курсы kurse",
    ),
    (
        Awards,
        "awards award honors honours achievements scholarships prizes auszeichnungen stipendien preise prix distinctions premios logros premi riconoscimenti prijzen nagrody osiagniecia 奖 荣誉 受賞 награды достижения accomplishments",
    ),
    (References, "references referenzen referencias referenze referenties referencje"),
    (
        Experience,
        "positions appointments internships internship employment berufserfahrung werkervaring praktika 工作 实习 職歴 経歴 경력 опыт stages berufliche beruflicher",
    ),
    (
        Projects,
        "projects project projekte projets proyectos projetos progetti projecten projekty 项目 プロジェクト 프로젝트 проекты",
    ),
    (
        Education,
        "education academic academics educational ausbildung studium bildung formation etudes educacion formacion formacao educacao istruzione formazione opleiding opleidingen wyksztalcenie edukacja 教育 学历 学歴 학력 образование diplomes estudios training schulbildung",
    ),
    (
        Experience,
        "experience experiences experiencia experiencias esperienza esperienze ervaring doswiadczenie erfahrung erfahrungen 经历 经验 work career professionnelle professionnelles",
    ),
    (
        Skills,
        "skills skill competencies competences kenntnisse fahigkeiten kompetenzen habilidades competencias conocimientos competenze vaardigheden competenties umiejetnosci kompetencje 技能 スキル навыки expertise technologies tools proficiencies conhecimentos edv informatique conoscenze abilita 技术 기술",
    ),
    (
        Interests,
        "interests hobbies hobby hobbys interessen loisirs interet interets intereses aficiones interesses interessi zainteresowania 爱好 兴趣 趣味 интересы хобби",
    ),
    (
        Summary,
        "summary profile objective zusammenfassung profil perfil profilo profiel resumen resumo sommario 简介 评价",
    ),
];

/// Words that may stand beside the word that gives the kind.
pub(super) const FILLERS: &str = "top my and or of the in for a key core main other additional relevant selected professional personal \
     technical work und der die das meine weitere sonstige ausgewahlte wichtigste et de des la le les mes en y e i del con sus mis \
     minhas meus da do dos das con ed delle dei van het een mijn oraz w z moje further recent current previous past prior extra \
     history background details information research teaching industry leadership activities academic related general and& & \
     others sonstige special specific early summary relevante relevantes principales principaux";
