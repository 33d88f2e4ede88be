//! Words of [`super::role_words`] in more languages: Swedish, Danish,
//! Norwegian, Finnish, Czech and Slovak, Romanian, Hungarian, Turkish, Greek,
//! Ukrainian, and what the main lists lack of Russian.

pub(super) const TITLES: &str = "larare forskollarare sjukskoterska underskoterska ingenjor civilingenjor utvecklare systemutvecklare konsult saljare elektriker snickare kock ekonom forskare projektledare butikschef medarbetare pedagog lakare mekaniker radgivare revisor ledare tekniker samordnare handlaggare vaktmastare lokalvardare undersokare vardbitrade redovisningsekonom praktikant vikarie barnskotare montor \
     laerer sygeplejerske ingenior udvikler konsulent saelger tomrer regnskabsmedarbejder bogholder forsker projektleder medarbejder paedagog laege chauffor radgiver leder direktor koordinator butiksassistent elektrikerlaerling laerling vikar kontorassistent rengoringsassistent \
     sykepleier hjelpepleier utvikler selger snekker rorlegger regnskapsforer okonom prosjektleder butikkmedarbeider medarbeider lege adjunkt lektor sjafor renholder fagarbeider barnehagelaerer saksbehandler radgiver kundebehandler \
     myyja kokki opettaja luokanopettaja insinoori kehittaja ohjelmistokehittaja johtaja paallikko toimitusjohtaja asiantuntija sairaanhoitaja lahihoitaja harjoittelija avustaja sihteeri kirjanpitaja suunnittelija myyntivastaava koordinaattori konsultti tutkija kuljettaja sahkoasentaja asentaja tarjoilija siivooja vastaava myyntineuvottelija varastotyontekija tyontekija \
     inzenyr inzenyrka vyvojar vyvojarka programator programatorka ucitel ucitelka ucetni uctovnik uctovnicka manazer manazerka reditel reditelka vedouci asistent asistentka technik projektant projektantka sestra lekar lekarka prodavac prodavacka predavac predavacka ridic vodic kuchar kucharka cisnik casnik specialista analytik analyticka konzultant konzultantka skladnik mechanik elektrikar stazista recepcni veduci referent referentka vychovatelka \
     contabil contabila inginer programator dezvoltator profesor profesoara invatatoare asistent asistenta medic director sofer vanzator vanzatoare bucatar ospatar specialist consultant analist economist coordonator tehnician secretara secretar operator electrician mecanic casier lucrator sef responsabil stagiar \
     mernok fejleszto szoftverfejleszto tanar tanito konyvelo asszisztens vezeto igazgato orvos apolo elado szakacs pincer sofor gepkocsivezeto technikus elemzo tanacsado gyakornok munkatars ugyintezo menedzser titkarno villanyszerelo pedagogus gyogytornasz programozo raktaros penztaros recepcios koordinator szerelo ovodapedagogus \
     muhendis muhendisi gelistirici gelistiricisi ogretmen ogretmeni hemsire hemsiresi muhasebeci muhasebecisi muduru mudur yoneticisi yonetici uzmani uzman uzman-yardimcisi asistani asistan stajyer stajyeri danismani danisman teknisyen teknisyeni operatoru temsilcisi temsilci sorumlusu sofor soforu asci ascisi garson sekreter sekreteri doktor doktoru analisti analist elemani kasiyer tekniker teknikeri direktoru mimar mimari eczaci \
     μηχανικοσ προγραμματιστησ προγραμματιστρια καθηγητησ καθηγητρια δασκαλοσ δασκαλα νηπιαγωγοσ λογιστησ λογιστρια νοσηλευτησ νοσηλευτρια υπαλληλοσ βοηθοσ διευθυντησ διευθυντρια υπευθυνοσ υπευθυνη πωλητησ πωλητρια μαγειρασ μαγειρισσα σερβιτοροσ σερβιτορα οδηγοσ φαρμακοποιοσ γραμματεασ γιατροσ ιατροσ τεχνικοσ ηλεκτρολογοσ συμβουλοσ αναλυτησ αρχιτεκτονασ ταμιασ αποθηκαριοσ ασκουμενοσ ασκουμενη συντονιστησ \
     інженер розробник розробниця програміст програмістка менеджер менеджерка директор директорка аналітик стажер стажерка спеціаліст фахівець фахівчиня керівник керівниця помічник помічниця консультант адміністратор адміністраторка бухгалтер бухгалтерка вчитель вчителька викладач викладачка продавець водій кухар лікар лікарка логіст медсестра оператор економіст юрист начальник касир дизайнер тестувальник вихователь \
     водитель повар продавец врач медсестра оператор логист экономист юрист кассир кладовщик механик электрик слесарь сварщик маркетолог секретарь мастер воспитатель фармацевт официант агент тренер научный сотрудник делопроизводитель архитектор переводчик";

pub(super) const ORGANISATIONS: &str = "kommun kommune kommunes region regionen skola skole skolan forskola barnehage bornehave sjukhus sjukhuset sygehus sykehus aktiebolag asa boende kyrka byra \
     kaupunki kunta koulu paivakoti sairaala yliopisto yhtio apteekki \
     nemocnice nemocnica skola urad firma spolecnost obchodni podnik lekarna sro \
     spital spitalul scoala primaria universitatea societatea fabrica banca scrl \
     korhaz iskola ovoda egyetem hivatal onkormanyzat kft zrt nyrt bt gyogyszertar rendelo \
     sirketi hastanesi hastane belediyesi universitesi okulu lisesi bankasi sti holding magazalari eczanesi oteli fabrikasi \
     νοσοκομειο σχολειο δημοσ δημου εταιρεια εταιρια πανεπιστημιο φαρμακειο ξενοδοχειο τραπεζα ομιλοσ κλινικη \
     тов пп прат пат фоп школа лікарня компанія університет завод банк аптека магазин клініка група \
     ип пао нко фгуп гбуз гбоу мбоу магазин аптека клиника фабрика холдинг агентство лицей";

pub(super) const DEGREES: &str = "kandidatexamen masterexamen magisterexamen yrkesexamen hogskoleexamen gymnasieexamen slutbetyg larlingsutbildning \
     kandidat kandidatgrad svendebrev studentereksamen professionsbachelor akademiuddannelse cand.merc bachelorgrad mastergrad fagbrev vitnemal studiekompetanse grunnskolelaererutdanning \
     merkonomi tradenomi maisteri kandidaatti ylioppilas ylioppilastutkinto tutkinto perustutkinto amk diplomi-insinoori datanomi \
     bakalarske magisterske inzenyrske doktorske maturita maturitni vyucni vysvedceni vyucni-list bakalar magistr magister \
     licenta masterat doctorat bacalaureat \
     alapszak mesterszak erettsegi szakkepzes szakkepesites doktori oklevel foiskolai egyetemi bizonyitvany \
     lisans onlisans doktora lise ortaokul \
     πτυχιο μεταπτυχιακο διδακτορικο απολυτηριο διπλωμα \
     магістр бакалавр диплом аспірантура спеціаліст молодший";

pub(super) const SCHOOLS: &str = "skola skole gymnasiet gymnasieskola folkhogskola universitet hogskolan yrkeshogskola erhvervsakademi professionshojskole hojskole fagskole fagskolen videregaende \
     ammattiopisto lukio ammattikorkeakoulu koulu yliopisto kauppaoppilaitos \
     univerzita uceni skola gymnazium uciliste akademie \
     universitatea liceul liceu scoala colegiul facultatea academia \
     egyetem foiskola gimnazium szakkozepiskola szakiskola iskola technikum \
     universitesi universite lisesi fakultesi enstitusu yuksekokulu \
     πανεπιστημιο πανεπιστημιου λυκειο σχολη τει ιεκ ινστιτουτο πολυτεχνειο αει σχολειο επαλ \
     університет академія школа інститут коледж ліцей гімназія училище технікум \
     техникум училище гимназия вуз политех \
     ies ceip cifp cfp uned ifas ifsi iae inp esc bbs hak htl hlw itis ipsia its cpge";
