// The layouts: the geometry of well-known templates, written anew. `tune` is
// for the persons that rules are tuned on, `report` for the others.

const esc = (text) => (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;');
const SIDE = ['skills', 'languages', 'interests', 'certifications', 'references'];

/** The word for "Contact" above a column of addresses. */
const CONTACT = { de: 'Kontakt', fr: 'Contact', es: 'Contacto', pt: 'Contato', it: 'Contatti', nl: 'Contact', pl: 'Kontakt', zh: '联系方式', ja: '連絡先', ko: '연락처', ru: 'Контакты', sv: 'Kontakt', cs: 'Kontakt', tr: 'İletişim', ro: 'Contact' };
const contactHeading = (person) => CONTACT[person.language] ?? 'Contact';
const contactSection = (person) => ({ kind: 'other', heading: contactHeading(person) });
const reach = (person) => [...person.phones, ...person.emails, person.location, ...person.links];

const bullets = (list) => (list.length ? `<ul>${list.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>` : '');
const notes = (entry) => entry.notes.map((note) => `<div class=note>${esc(note)}</div>`).join('');
const after = (entry) => notes(entry) + bullets(entry.bullets);
const lr = (left, right) => `<div class=lr><span>${left}</span><span class=r>${right}</span></div>`;
const b = (text) => `<b>${esc(text)}</b>`;
const i = (text) => `<i>${esc(text)}</i>`;
const place = (entry) => esc(entry.city);

const commaSkills = (section) => section.groups.map(({ label, items }) => `<div>${label ? `<b>${esc(label)}:</b> ` : ''}${items.map(esc).join(', ')}</div>`).join('');
const listSkills = (section) => bullets(section.groups.flatMap((group) => group.items));
const plainSkills = (section) => section.groups.flatMap((group) => group.items).map((item) => `<div>${esc(item)}</div>`).join('');
const tagSkills = (section) => `<div class=tags>${section.groups.flatMap((group) => group.items).map((item) => `<span class=tag>${esc(item)}</span> `).join('')}</div>`;
const barSkills = (section) => section.groups.flatMap((group) => group.items).map((item, at) => `<div class=bar><span>${esc(item)}</span><div><div style="width:${90 - at * 9}%"></div></div></div>`).join('');
const dotSkills = (section) => section.groups.flatMap((group) => group.items).map((item, at) => lr(esc(item), '●●●●●'.slice(0, 5 - (at % 3)) + '○○'.slice(0, at % 3))).join('');
const tableSkills = (section) => section.groups.map(({ label, items }) => `<div class=row><div class=label>${b(label)}</div><div>${items.map(esc).join(', ')}</div></div>`).join('');
const pipeSkills = (section) => section.groups.map(({ items }) => `<div>${items.map(esc).join(' | ')}</div>`).join('');
const columnSkills = (section) => `<ul class=cols>${section.groups.flatMap((group) => group.items).map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`;
const LEVELS = { en: ['Expert', 'Advanced', 'Intermediate'], de: ['Experte', 'Sehr gut', 'Gut'], fr: ['Expert', 'Avancé', 'Intermédiaire'], es: ['Experto', 'Avanzado', 'Intermedio'], pt: ['Avançado', 'Intermediário', 'Básico'], it: ['Esperto', 'Avanzato', 'Intermedio'], nl: ['Expert', 'Gevorderd', 'Basis'], pl: ['Zaawansowany', 'Średniozaawansowany', 'Podstawowy'], zh: ['精通', '熟练', '了解'] };
const levelSkills = (section, person) => section.groups.flatMap((group) => group.items).map((item, at) => `<div class=level><div>${esc(item)}</div><small>${(LEVELS[person.language] ?? LEVELS.en)[at % 3]}</small></div>`).join('');

function section(part, person, style) {
  let body = '';
  if (part.entries.length) {
    const entry = part.kind === 'education' && style.study ? style.study : style.entry;
    body = (style.open ?? '') + part.entries.map((one, at) => entry(one, part.entries[at - 1], part, person)).join('') + (style.close ?? '');
  } else if (part.kind === 'skills') body = style.skills(part, person);
  else if (part.groups.length) body = (style.plainList ?? listSkills)(part, person);
  body += part.paragraphs.map((text) => `<p>${esc(text)}</p>`).join('') + (part.entries.length ? '' : bullets(part.items));
  return style.section ? style.section(part, body, person) : `<h2>${esc((style.icon ?? '') + part.heading)}</h2>${body}`;
}
const sections = (list, person, style) => list.map((part) => section(part, person, style)).join('');

const BASE = `@page{size:A4;margin:16mm}*{box-sizing:border-box}body{margin:0;font:10.5pt/1.35 "Liberation Sans","Noto Sans CJK SC",sans-serif;color:#222}
h1,h2,h3,p,ul{margin:0;padding:0}ul{padding-left:5mm}p{margin:1mm 0}.lr{display:flex;justify-content:space-between;gap:6mm}.r{text-align:right;white-space:nowrap}
.row{display:grid;grid-template-columns:var(--label,34mm) 1fr;column-gap:5mm}.label{text-align:right}.entry{margin-bottom:2.5mm}.cols{columns:2}
.tag{border:1px solid #999;border-radius:2mm;padding:0 1.5mm;margin:0 1mm 1mm 0;display:inline-block}.bar div{background:#ddd;height:1.5mm}.bar div div{background:#357}
h2{font-size:13pt;margin:4mm 0 1.5mm}h1{font-size:24pt;line-height:1.15}small{font-size:8pt;color:#777}`;
const page = (css, body) => `<!doctype html><meta charset=utf-8><style>${BASE}${css}</style>${body}`;
const entryBox = (inner) => `<div class=entry>${inner}</div>`;

/** One column: a head and the sections. */
const single = (name, half, css, head, style, more = {}) => ({
  name, half, kind: 'single', html: (person) => page(css, head(person) + sections(person.sections, person, style)), ...more,
});
/** Two columns; `side` sections beside the others. */
const columns = (name, half, css, { head, sideHead, mainHead, style, sideStyle, left }, side = SIDE) => {
  const inSide = (person) => person.sections.filter((part) => side.includes(part.kind));
  const inMain = (person) => person.sections.filter((part) => !side.includes(part.kind));
  const sideAll = (person) => (sideHead?.heading ? [contactSection(person), ...inSide(person)] : inSide(person));
  return {
    name, half, kind: 'two-column',
    order: (person) => (sideHead?.name ? [...sideAll(person), ...inMain(person)] : [...inMain(person), ...sideAll(person)]),
    html: (person) => {
      const aside = `<aside>${sideHead ? sideHead.html(person) : ''}${sections(inSide(person), person, sideStyle)}</aside>`;
      const main = `<main>${mainHead ? mainHead(person) : ''}${sections(inMain(person), person, style)}</main>`;
      return page(`.two{display:flex;gap:8mm}aside{width:56mm;flex:none}main{flex:1}${css}`, `${head ? head(person) : ''}<div class=two>${left ? aside + main : main + aside}</div>`);
    },
  };
};

const centred = (person) => `<div style="text-align:center"><h1>${esc(person.name)}</h1><div>${esc(person.headline)}</div><div>${reach(person).map(esc).join(' | ')}</div></div>`;
const lines = (person) => `<h1>${esc(person.name)}</h1><div>${esc(person.headline)}</div>${reach(person).map((item) => `<div>${esc(item)}</div>`).join('')}`;
const split = (person) => `<div class=lr><div><h1>${esc(person.name)}</h1><i>${esc(person.headline)}</i></div><div class=r>${reach(person).map((item) => `<div>${esc(item)}</div>`).join('')}</div></div>`;
const contactList = (person) => `<h2>${esc(contactHeading(person))}</h2>${reach(person).map((item) => `<div>${esc(item)}</div>`).join('')}`;

const tune = [
  // moderncv classic: \cventry{years}{title}{employer}{city}
  single('moderncv', 'tune', 'body{font-family:"Latin Modern Sans","Noto Sans CJK SC"}h2{color:#38c;font-weight:400}.bar2{border-top:2mm solid #38c}', split, {
    section: (part, body) => `<div class=row style="align-items:end"><div class=bar2></div><h2>${esc(part.heading)}</h2></div>${body}`,
    entry: (e) => `<div class="row entry"><div class=label>${esc(e.dates)}</div><div><b>${esc(e.title)}</b>, <i>${esc(e.employer)}</i>${e.city ? `, ${place(e)}` : ''}.${after(e)}</div></div>`,
    skills: tableSkills,
  }, { kind: 'label-column' }),
  // awesome-cv
  single('awesome', 'tune', 'body{font-family:"Noto Sans","Noto Sans CJK SC"}h2{font-size:16pt;border-bottom:1px solid #aaa}h2::first-letter{color:#c33}.c{font-variant:small-caps;color:#555}i{color:#c33}', centred, {
    entry: (e) => entryBox(lr(b(e.employer), i(e.city)) + lr(`<span class=c>${esc(e.title)}</span>`, i(e.dates)) + after(e)),
    skills: tableSkills,
  }),
  // altacv: title / employer / date and place with icons
  columns('altacv', 'tune', 'h2{color:#6a1b3a;border-bottom:2px solid #6a1b3a;text-transform:uppercase}.e{color:#a33;font-weight:700}.s{font-size:8.5pt;color:#555}', {
    head: (person) => `<h1 style="text-transform:none">${esc(person.name)}</h1><div class=e>${esc(person.headline)}</div><div class=s>✉ ${reach(person).map(esc).join(' &nbsp; ☎ ')}</div>`,
    style: { entry: (e) => entryBox(`<div style="font-size:12pt">${esc(e.title)}</div><div class=e>${esc(e.employer)}</div>${lr(`<span class=s>📅 ${esc(e.dates)}</span>`, `<span class=s>📍 ${place(e)}</span>`)}${after(e)}`), skills: tagSkills },
    sideStyle: { skills: tagSkills, entry: (e) => entryBox(`<div>${esc(e.title)}</div><div class=e>${esc(e.employer)}</div><div class=s>${esc(e.dates)}</div>`) },
  }),
  // Jake's resume
  single('jake', 'tune', 'body{font-family:"Latin Modern Roman","Noto Serif CJK SC",serif}h1{font-variant:small-caps}h2{font-variant:small-caps;border-bottom:1px solid;font-weight:400}', centred, {
    entry: (e) => entryBox(lr(b(e.title), esc(e.dates)) + lr(i(e.employer), i(e.city)) + after(e)),
    skills: commaSkills,
  }),
  // Europass of old: labels left, one fact a line
  single('europass', 'tune', ':root{--label:48mm}h2{font-size:11pt;text-align:right;width:48mm}', (person) => `<h2>Europass Curriculum Vitae</h2><div class=row><div class=label>${{ de: 'Nachname(n) / Vorname(n)', fr: 'Nom(s) / Prénom(s)', es: 'Apellido(s) / Nombre(s)', it: 'Cognome / Nome', pl: 'Imię i nazwisko', pt: 'Nome', nl: 'Naam' }[person.language] ?? 'First name(s) / Surname(s)'}</div><b style="font-size:14pt">${esc(person.name)}</b><div class=label>Address</div><div>${esc(person.location)}</div><div class=label>Telephone</div><div>${esc(person.phones[0])}</div><div class=label>E-mail</div><div>${esc(person.emails[0])}</div></div>`, {
    entry: (e, _, part, person) => {
      const words = { it: ['Date', 'Lavoro o posizione ricoperti', 'Principali attività', 'Nome e indirizzo del datore di lavoro', 'Titolo della qualifica rilasciata', "Nome dell'organizzazione erogatrice dell'istruzione"], de: ['Daten', 'Beruf oder Funktion', 'Wichtigste Tätigkeiten', 'Name und Adresse des Arbeitgebers', 'Bezeichnung der erworbenen Qualifikation', 'Name der Bildungseinrichtung'], es: ['Fechas', 'Profesión o cargo desempeñado', 'Funciones y responsabilidades principales', 'Nombre y dirección de la empresa', 'Cualificación obtenida', 'Nombre del centro de formación'], pl: ['Daty', 'Zawód lub stanowisko', 'Główne obowiązki', 'Nazwa i adres pracodawcy', 'Uzyskane kwalifikacje', 'Nazwa instytucji szkoleniowej'] }[person.language] ?? ['Dates', 'Occupation or position held', 'Main activities and responsibilities', 'Name and address of employer', 'Title of qualification awarded', 'Name and type of organisation providing education and training'];
      const study = part.kind === 'education';
      const rows = [[words[0], e.dates], [words[study ? 4 : 1], e.title], ...(e.bullets.length ? [[words[2], e.bullets.join('. ')]] : []), [words[study ? 5 : 3], e.employer + (e.city ? `, ${e.city}` : '')]];
      return entryBox(rows.map(([label, value]) => `<div class=row><div class=label>${esc(label)}</div><div>${esc(value)}</div></div>`).join(''));
    },
    skills: (part) => `<div class=row><div></div><div>${part.groups.flatMap((group) => group.items).map(esc).join(', ')}</div></div>`,
  }, { kind: 'label-column', fits: (person) => ['en', 'it', 'de', 'es', 'pl', 'cs', 'ro'].includes(person.language) && person.links.length === 0 }),
  // LinkedIn "Save to PDF"
  columns('linkedin', 'tune', '@page{margin:0}aside{background:#293e49;color:#eee;padding:12mm 6mm;min-height:297mm;width:68mm}main{padding:12mm 12mm 12mm 0}aside h2{font-size:12pt;font-weight:400}main h2{font-size:15pt;font-weight:400}.t{font-size:11.5pt}.d{font-size:9.5pt;color:#888}', {
    left: true, sideHead: { heading: true, html: contactList },
    mainHead: (person) => `<h1>${esc(person.name)}</h1><div>${esc(person.headline)}</div><div class=d>${esc(person.location)}</div>`,
    style: { entry: (e) => entryBox(`<div style="font-size:12pt">${esc(e.employer)}</div><div class=t>${esc(e.title)}</div><div class=d>${esc(e.dates)}${/\d/.test(e.dates) ? ' (3 years 2 months)' : ''}</div><div class=d>${place(e)}</div>${notes(e)}${e.bullets.map((item) => `<div>${esc(item)}</div>`).join('')}`), study: (e) => entryBox(`<div style="font-size:12pt">${esc(e.employer)}</div><div class=d>${esc(e.title)} · (${esc(e.dates)})</div>`), skills: plainSkills },
    sideStyle: { skills: plainSkills, plainList: plainSkills },
  }),
  // Word without styles: "Company | Title | Dates"
  single('bars', 'tune', 'h1{font-size:10.5pt;font-weight:400}h2{font-size:10.5pt;font-weight:400;margin-top:4mm}', lines, {
    section: (part, body) => `<h2>${esc(part.heading)}:</h2>${body}`,
    entry: (e) => entryBox(`<div>${[e.employer, e.title, e.dates].map(esc).join(' | ')}</div>${after(e)}`),
    skills: pipeSkills,
  }),
  // Reactive Resume with a sidebar left
  columns('azurill', 'tune', 'aside{border-right:1px solid #fc3;padding-right:4mm}h2{color:#b70;font-size:11pt}', {
    left: true, head: (person) => `<div style="text-align:center"><h1 style="font-size:18pt">${esc(person.name)}</h1><div>${esc(person.headline)}</div><div style="font-size:9pt">${reach(person).map(esc).join(' &nbsp; ')}</div></div>`,
    style: { entry: (e) => entryBox(`<div>${b(e.employer)}</div><div>${esc(e.title)}</div><div>${place(e)}</div><div>${b(e.dates)}</div>${after(e)}`) },
    sideStyle: { skills: barSkills, plainList: plainSkills },
  }),
  // Google Docs "Serif"
  single('serif', 'tune', 'body{font-family:"Liberation Serif","Noto Serif CJK SC"}h2{font-size:9pt;color:#2079c7;text-transform:uppercase}.d{font-size:8pt;color:#666;text-transform:uppercase}h3{font-size:11pt}', split, {
    entry: (e) => entryBox(`<h3>${esc(e.employer)}${e.city ? `<span style="font-weight:400">, ${place(e)}</span>` : ''} <span style="font-weight:400;font-style:italic">— ${esc(e.title)}</span></h3><div class=d>${esc(e.dates)}</div>${after(e)}`),
    skills: plainSkills,
  }),
  // A form: bordered table
  single('form', 'tune', 'table{width:100%;border-collapse:collapse}td{border:1px solid #555;padding:1mm 2mm;vertical-align:top}', centred, {
    open: '<table>', close: '</table>',
    entry: (e) => `<tr><td style="width:42mm">${esc(e.dates)}</td><td>${esc(e.employer)}</td><td>${esc(e.title)}</td></tr>`,
    skills: (part) => `<table>${part.groups.map(({ label, items }) => `<tr><td style="width:42mm">${esc(label)}</td><td>${items.map(esc).join(', ')}</td></tr>`).join('')}</table>`,
  }, { kind: 'table-form' }),
  // Headings in a column of their own
  single('blockish', 'tune', ':root{--label:42mm}h2{font-size:11pt;margin:0;text-align:left}.s{margin-bottom:4mm}', lines, {
    section: (part, body) => `<div class="row s"><h2>${esc(part.heading)}</h2><div>${body}</div></div>`,
    entry: (e) => entryBox(`<div>${b(e.title)}, ${esc(e.employer)}</div><div><small>${esc(e.dates)}</small></div>${after(e)}`),
    skills: commaSkills,
  }, { kind: 'label-column' }),
  // LapisCV: three cells in a line
  single('lapis', 'tune', 'h2{color:#333;border-left:2mm solid #39c;padding-left:2mm;background:#eef}.three{display:grid;grid-template-columns:1fr 1fr 1fr}', lines, {
    entry: (e) => entryBox(`<div class=three><b>${esc(e.employer)}</b><span style="text-align:center">${esc(e.title)}</span><span class=r>${esc(e.dates)}</span></div>${after(e)}`),
    skills: listSkills,
  }),
  { name: 'text', half: 'tune', kind: 'single', text: (person) => plain(person, (e) => `${e.title}\n${e.employer}${e.city ? `, ${e.city}` : ''}\n${e.dates}`, (items) => items.join(', ')) },
];

const report = [
  single('banking', 'report', 'body{font-family:"Latin Modern Roman","Noto Serif CJK SC"}h2{color:#c00;border-bottom:1px solid #c00;font-weight:400}', centred, {
    entry: (e) => entryBox(lr(b(e.employer), b(e.city)) + lr(i(e.title), i(e.dates)) + after(e)),
    skills: commaSkills,
  }),
  columns('deedy', 'report', 'h1{text-align:center;font-weight:300}h2{text-transform:uppercase;font-weight:300;color:#555}.s{color:#777;font-size:9pt}main{order:2}', {
    left: true, head: (person) => `<h1>${esc(person.name)}</h1><div style="text-align:center;font-size:9pt">${reach(person).map(esc).join(' | ')}</div>`,
    style: { entry: (e) => entryBox(`<div><b style="text-transform:uppercase">${esc(e.employer)}</b> | ${esc(e.title)}</div><div class=s>${esc(e.dates)}${e.city ? ` | ${place(e)}` : ''}</div>${after(e)}`) },
    sideStyle: { skills: (part) => part.groups.map(({ label, items }) => `${label ? `<div>${b(label)}</div>` : ''}<div>${items.map(esc).join(' • ')}</div>`).join(''), plainList: plainSkills },
  }),
  columns('twenty', 'report', '@page{margin:0}aside{background:#e7eef7;padding:14mm 6mm;min-height:297mm}main{padding:14mm 12mm 0 0}h2{color:#469;text-transform:lowercase}:root{--label:30mm}', {
    left: true, sideHead: { name: true, html: (person) => `<h1 style="font-size:19pt">${esc(person.name)}</h1><div>${esc(person.headline)}</div>${reach(person).map((item) => `<div>${esc(item)}</div>`).join('')}` },
    style: { entry: (e) => `<div class="row entry"><div>${esc(e.dates)}</div><div>${lr(b(e.title), i(e.employer))}${after(e)}</div></div>` },
    sideStyle: { skills: barSkills, plainList: plainSkills },
  }),
  single('harvard', 'report', 'body{font-family:"Liberation Serif","Noto Serif CJK SC"}h2{text-align:center;font-size:11pt}', centred, {
    entry: (e) => entryBox(lr(b(e.employer), esc(e.city)) + lr(b(e.title), esc(e.dates)) + after(e)),
    skills: commaSkills,
  }),
  single('europass2', 'report', 'h2{color:#004494;font-size:12pt;text-transform:uppercase;border-bottom:1px solid #004494}.g{color:#666}', split, {
    entry: (e) => entryBox(`<div class=g>[ ${esc(e.dates)} ]</div><div><b>${esc(e.title)}</b></div><div><b class=g>${esc(e.employer)}</b></div>${e.city ? `<div>${{ de: 'Ort', fr: 'Ville', es: 'Ciudad', it: 'Città', pl: 'Miejscowość', pt: 'Localidade', nl: 'Plaats' }[e.lang] ?? 'City'}: ${place(e)}</div>` : ''}${after(e)}`),
    skills: pipeSkills,
  }),
  single('tabular', 'report', ':root{--label:38mm}.label{text-align:left}h2{font-size:12pt;border-bottom:1px solid #000}', split, {
    entry: (e) => `<div class="row entry"><div class=label>${esc(e.dates)}</div><div><div>${b(e.title)}</div><div>${esc(e.employer)}${e.city ? `, ${place(e)}` : ''}</div>${after(e)}</div></div>`,
    skills: tableSkills,
  }, { kind: 'label-column' }),
  single('typed', 'report', 'body,h1,h2{font-family:"Liberation Mono","Noto Sans CJK SC";font-size:9.5pt;font-weight:400}h2{text-transform:uppercase;text-decoration:underline}', lines, {
    entry: (e) => entryBox(`<div>${esc(e.title)} ${{ de: 'bei', fr: 'chez', es: 'en', pt: '-', it: 'presso', nl: 'bij', en: 'at' }[e.lang] ?? '-'} ${esc(e.employer)} (${esc(e.dates)})</div>${after(e)}`),
    study: (e) => entryBox(`<div>${esc(e.title)}, ${esc(e.employer)} (${esc(e.dates)})</div>${after(e)}`),
    skills: listSkills,
  }),
  columns('canva', 'report', 'h2{letter-spacing:2px;text-transform:uppercase;font-size:11pt}aside{border-left:1px solid #ccc;padding-left:6mm}h1{letter-spacing:3px;font-weight:300;text-transform:none}.d{font-size:9pt;color:#888}.entry{border-left:1px solid #888;padding-left:4mm;position:relative}', {
    head: (person) => `<h1>${esc(person.name)}</h1><div style="letter-spacing:2px">${esc(person.headline)}</div>`,
    sideHead: { heading: true, html: contactList },
    style: { entry: (e) => entryBox(`<div class=d>${esc(e.dates)}</div><div>${b(e.title)}</div><div>${esc(e.employer)}${e.city ? ` | ${place(e)}` : ''}</div>${after(e)}`) },
    sideStyle: { skills: dotSkills, plainList: plainSkills },
  }),
  single('coral', 'report', 'h2{color:#f2511b;font-size:12pt}.d{font-size:8.5pt;color:#666}', split, {
    entry: (e) => entryBox(`<div class=d>${esc(e.dates.toUpperCase())}</div><div>${b(e.employer)}${e.city ? `, ${place(e)}` : ''} - ${i(e.title)}</div>${after(e)}`),
    skills: commaSkills,
  }),
  single('jsonresume', 'report', 'h2{font-size:14pt;border-bottom:2px solid #ddd}h3{font-size:11pt}.g{color:#666}', lines, {
    entry: (e) => entryBox(`<h3>${esc(e.title)}</h3><div>${esc(e.employer)}</div><div class=g>${esc(e.dates)}</div>${e.city ? `<div class=g>${place(e)}</div>` : ''}${after(e)}`),
    skills: (part) => part.groups.map(({ label, items }) => `${label ? `<h3>${esc(label)}</h3>` : ''}${listSkills({ groups: [{ items }] })}`).join(''),
  }),
  single('indeed', 'report', 'h2{font-size:13pt;border-bottom:1px solid #ccc}', (person) => `<h1>${esc(person.name)}</h1><div>${esc(person.headline)}</div><div>${esc(person.location)}</div>${person.emails.map((item) => `<div>${esc(item)}</div>`).join('')}${person.phones.map((item) => `<div>${esc(item)}</div>`).join('')}${person.links.map((item) => `<div>${esc(item)}</div>`).join('')}`, {
    entry: (e) => entryBox(`<div style="font-size:11.5pt">${b(e.title)}</div><div>${esc(e.employer)}${e.city ? ` - ${place(e)}` : ''}</div><div>${esc(e.dates)}</div>${after(e)}`),
    skills: (part) => part.groups.flatMap((group) => group.items).map((item) => `<div>• ${esc(item)}</div>`).join(''),
  }),
  single('hloom', 'report', ':root{--label:36mm}.label{text-align:left}h2{text-transform:uppercase;font-size:11pt;letter-spacing:1px}.u{text-transform:uppercase}', centred, {
    entry: (e) => `<div class="row entry"><div class=label><div>${esc(e.dates)}</div><div>${place(e)}</div></div><div><div class=u>${esc(e.employer)}</div><div>${i(e.title)}</div>${after(e)}</div></div>`,
    skills: columnSkills,
  }, { kind: 'label-column' }),
  // Several roles under one employer
  single('roles', 'report', 'h2{font-size:13pt;color:#234}', lines, {
    entry: (e, before, part) => entryBox((before?.employer === e.employer ? '' : lr(b(e.employer), esc(e.city))) + lr(i(e.title), esc(e.dates)) + after(e)),
    skills: levelSkills,
  }),
  single('numbered', 'report', 'h2{font-size:12pt;background:#eee}', split, {
    section: (part, body, person) => `<h2>${person.sections.indexOf(part) + 1}. ${esc(part.heading)}</h2>${body}`,
    entry: (e) => entryBox(lr(`${b(e.title)} – ${esc(e.employer)}`, esc(e.dates)) + (e.city ? `<div>${i(e.city)}</div>` : '') + after(e)),
    skills: levelSkills,
  }),
  { name: 'text', half: 'report', kind: 'single', text: (person) => plain(person, (e) => `${e.dates}  ${e.title}, ${e.employer}`, (items) => items.map((item) => `- ${item}`).join('\n')) },
];

function plain(person, entry, skills) {
  const out = [person.name, person.headline, ...reach(person)].filter(Boolean);
  for (const part of person.sections) {
    out.push('', part.heading.toUpperCase(), '');
    for (const one of part.entries) out.push(entry(one), ...one.notes, ...one.bullets.map((item) => `- ${item}`), '');
    for (const { label, items } of part.groups) out.push((label ? `${label}: ` : '') + (part.kind === 'skills' ? skills(items) : items.join(', ')));
    out.push(...part.paragraphs, ...part.items.map((item) => `- ${item}`));
  }
  return `${out.join('\n')}\n`;
}

// More for the tuned half, printed with --all only.
const extra = [
  single('stacked', 'tune', 'h2{font-size:12pt;border-top:1px solid #999;padding-top:1mm}', lines, {
    entry: (e) => entryBox(`<div style="display:flex;justify-content:space-between"><div><div>${b(e.title)}</div><div>${esc(e.employer)}</div></div><div class=r><div>${esc(e.dates)}</div><div>${place(e)}</div></div></div>${after(e)}`),
    skills: levelSkills,
  }),
  single('dashed', 'tune', 'h2{text-transform:uppercase;font-size:10.5pt}', centred, {
    entry: (e) => entryBox(`<div>${b(e.title)} - ${esc(e.employer)}</div><div>${e.city ? `${place(e)} | ` : ''}${esc(e.dates)}</div>${after(e)}`),
    skills: (part) => part.groups.map(({ label, items }) => `${label ? `<div>${b(label)}</div>` : ''}${items.map((item) => `<div>${esc(item)}</div>`).join('')}`).join(''),
  }),
  single('house', 'tune', 'h2{font-size:12pt;color:#0a5}', split, {
    entry: (e) => entryBox(`<div>${b(e.employer)}${e.city ? ` — ${place(e)}` : ''}</div><div>${i(e.title)} | ${esc(e.dates)}</div>${after(e)}`),
    skills: columnSkills,
  }),
  single('bracket', 'tune', 'h2{font-size:12pt}', lines, {
    entry: (e) => entryBox(`<div>${b(e.title)} (${esc(e.dates)})</div><div>${esc(e.employer)}${e.city ? `, ${place(e)}` : ''}</div>${after(e)}`),
    skills: pipeSkills,
  }),
  single('colon', 'tune', 'h2{font-size:11pt;text-decoration:underline}', centred, {
    entry: (e) => entryBox(`<div><b>${esc(e.dates)}:</b> ${esc(e.title)}, ${esc(e.employer)}${e.city ? ` (${place(e)})` : ''}</div>${after(e)}`),
    skills: dotSkills,
  }),
  columns('right', 'tune', 'aside{background:#222;color:#fff;padding:6mm}h2{font-size:11pt;text-transform:uppercase}', {
    mainHead: (person) => `<h1>${esc(person.name)}</h1><h3>${esc(person.headline)}</h3>`,
    sideHead: { heading: true, html: contactList },
    style: { entry: (e) => entryBox(`<div>${b(e.title)}</div><div>${i([e.employer, e.city].filter(Boolean).join(' / '))}</div><small>${esc(e.dates)}</small>${after(e)}`), skills: tagSkills },
    sideStyle: { skills: barSkills, plainList: plainSkills },
  }),
].map((layout) => ({ ...layout, extra: true }));

export const layouts = [...tune, ...report, ...extra];
