//! Words for how a person is, in the eight languages, folded.

pub(super) const MANNER: &str = "attitude personality numerate numeracy literate literacy presentable articulate \
    approachable courteous courtesy patience patient cheerful bubbly outgoing confident \
    confidence trustworthy conscientious methodical logical pragmatic resourceful versatile \
    ambitious ambition tactful diplomatic diplomacy sensitive sensitivity committed \
    commitment dedicated dedication determined determination stamina tenacity tenacious \
    gumption charisma rapport listener minutie minutieux minutieuse habile pedagogue \
    pedagogie ecoute diplomatie disponible assiduite assidu volontaire rigoureuse soigneuse \
    discrete gout esprit metodica metodico discreta discreto velocita vocacion vocacao \
    vocazione simpatico empatico empatica empathique empatisch empathisch calmo calma calme \
    tranquilo tranquilidad resolutivo resolutiva ordenado ordenada dinamico dinamica \
    dynamisch dinamismo ilusion compromiso constancia puntuale solare educato educata garbo \
    intraprendenza intraprendente predisposizione attitudine propensione determinazione \
    gentile disinvoltura enthousiasme enthousiast collegiaal collegialiteit sociaalvaardig \
    rustig rust stevig nuchter empathie lef doorzettingsvermogen doorzetter geduldig \
    aufgeschlossen aufgeschlossenheit herzlich herzlichkeit neugierig lernwillig lernfreudig \
    strukturiert fleiss sympathisch offenheit verantwortungsvoll cierpliwy cierpliwa \
    opanowanie empatia kreatywny otwartosc pracowitosc pracowity zaradnosc energia energy \
    initiative drive usmiech manner mindset humour humor ethic character mentality energetic \
    honest honesty polite integrity auftreten personlichkeit einstellung arbeitsweise \
    haltung mentalitat ehrlich personnalite curieux curiosite curiosity curious motive \
    actitud personalidad caracter atitude atteggiamento carattere curiosita houding \
    instelling persoonlijkheid postawa kultura uczciwosc eerlijk eerlijkheid tact \
    sympathique aimable soigne soignee well-groomed groomed educado honestidad amable \
    simpatia cortesia gentilezza komunikatywny sociable sociaal sociale humeur hilfsbereit \
    hilfsbereitschaft ruhig calm discret discrète warm kindness kind tidy ordentlich sauber \
    ordnungsliebe loyal loyaliteit";
