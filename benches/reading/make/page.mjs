// A person and a style to what stands on the page: blocks in a header, a main
// part and a side part. The producers set these; the labels and the reading
// order are read off them, so they are right by construction.

const SIDE = new Set(['skills', 'languages', 'interests', 'certifications', 'references']);

/** `style` is an entry of styles.mjs. */
export function page(person, style) {
  const { pool } = person;
  const upper = (text) => (style.upper && !pool.east && !pool.right_to_left ? text.toLocaleUpperCase(person.language) : text);
  const contact = [
    ...person.phones.map((text) => ({ kind: 'phone', text, href: `tel:${text.replace(/[^+\d]/g, '')}` })),
    ...person.emails.map((text) => ({ kind: 'email', text, href: `mailto:${text}` })),
    { kind: 'address', text: person.location },
    ...person.links.map((text) => ({ kind: 'link', text, href: `https://${text}` })),
  ].map((item) => ({ ...item, label: style.labels ? `${pool.labels[item.kind]}:` : null }));
  const sections = person.sections.map((section) => ({
    ...section,
    heading: upper(section.heading),
    side: style.side !== undefined && SIDE.has(section.kind),
    blocks: blocks(section, style, pool),
  }));
  const main = sections.filter((section) => !section.side);
  const side = sections.filter((section) => section.side);
  return {
    language: person.language,
    rtl: Boolean(pool.right_to_left),
    east: Boolean(pool.east),
    name: upper(person.name),
    headline: person.headline,
    contact,
    contactHeading: style.contactInSide ? upper(pool.labels.contact) : null,
    main,
    side,
    printed: { person, sections: [...main, ...side] },
  };
}

function blocks(section, style, pool) {
  const comma = pool.east ? '、' : pool.right_to_left ? '، ' : ', ';
  if (section.text) return [{ type: 'text', text: section.text }];
  if (section.entries) return section.entries.map((entry) => asEntry(section.kind, entry, style));
  if (section.kind === 'skills') {
    if (style.skills === 'commas') return [{ type: 'text', text: section.items.join(comma), parts: section.items }];
    if (style.skills === 'bars') return [{ type: 'text', text: section.items.join(' | '), parts: section.items }];
    if (style.skills === 'chips') return [{ type: 'chips', items: section.items }];
    if (style.skills === 'table') return [{ type: 'grid', items: section.items }];
  }
  if (section.kind === 'interests' && style.skills !== 'list') return [{ type: 'text', text: section.items.join(comma), parts: section.items }];
  return [{ type: 'list', items: section.items }];
}

function asEntry(kind, entry, style) {
  const [own, place] = kind === 'experience' ? [entry.title, entry.employer] : [entry.degree, entry.institution];
  const [first, second] = style.employerFirst ? [place, own] : [own, place];
  return { type: 'entry', first, second, when: entry.when, bullets: entry.bullets ?? [] };
}

const block = (block, style) => {
  switch (block.type) {
    case 'entry':
      return [block.first, block.second, ...block.bullets];
    case 'text':
      return block.parts ? block.parts : [block.text];
    default:
      return block.items;
  }
};

/** What a careful person reads, and in which order. */
export function labels(file, page, style, facts) {
  const { person } = page.printed;
  const entries = (kind) => person.sections.find((section) => section.kind === kind)?.entries ?? [];
  const probes = (sections) => sections.flatMap((section) => [section.heading, ...section.blocks.flatMap((one) => block(one, style))]);
  const contact = [...(page.contactHeading ? [page.contactHeading] : []), ...page.contact.map((item) => item.text)];
  const head = style.contactInSide ? [page.name, page.headline] : [page.name, page.headline, ...contact];
  const side = style.contactInSide ? [...contact, ...probes(page.side)] : probes(page.side);
  const main = probes(page.main);
  const all = [head, main, side].map((part) => part.map((text) => text.trim()));
  const orders = style.side === undefined ? [[0, 1]] : style.nameInSide ? [[0, 2, 1], [1, 0, 2]] : [[0, 1, 2], [0, 2, 1]];
  const kinds = style.side === 'left' && (style.nameInSide || style.sideFirst) ? [...page.side, ...page.main] : [...page.main, ...page.side];
  return {
    file,
    language: page.language,
    ...facts,
    layout: style.layout,
    has_text_layer: true,
    held: person.held || Boolean(style.held),
    name: page.name,
    emails: person.emails,
    phones: person.phones,
    links: person.links,
    location: person.city,
    sections: kinds.map(({ heading, kind }) => ({ heading, kind })),
    other_sections: style.side ? [[...page.side, ...page.main], [...page.main, ...page.side]].map((order) => order.map((section) => section.kind)) : [],
    experience: entries('experience').map(({ title, employer, start, end, bullets }) => ({ title, employer, start, end, bullets: bullets.length })),
    education: entries('education').map(({ degree, institution, start, end }) => ({ degree, institution, start, end })),
    skills: person.sections.find((section) => section.kind === 'skills').items,
    reading_order_probe: orders[0].flatMap((part) => all[part]),
    other_orders: orders.slice(1).map((order) => order.flatMap((part) => all[part])),
    dated: [...entries('experience'), ...entries('education')].map((entry) => [entry.title ?? entry.degree, entry.when]),
    words: printed(page, style),
  };
}

/** Every string that is printed, in no order that matters. */
function printed(page) {
  const whole = (section) => [section.heading, ...section.blocks.flatMap((one) => (one.type === 'entry' ? [one.first, one.second, one.when, ...one.bullets] : one.text ? [one.text] : one.items))];
  return [
    page.name, page.headline, ...(page.contactHeading ? [page.contactHeading] : []),
    ...page.contact.flatMap((item) => (item.label ? [item.label, item.text] : [item.text])),
    ...[...page.main, ...page.side].flatMap(whole),
  ];
}
