// An invented person: facts from a language's pools, put together by chance.
// What comes out is both what is printed and what the labels are made of.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from './random.mjs';

const folder = join(import.meta.dirname, '..', 'languages');
export const languages = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
);

/** `held` persons have trades, and every second name, that no other has. */
export function person(language, seed, held) {
  const pool = languages[language];
  const random = chance(seed * 7919 + 17);
  const trade = random.pick(pool.trades.filter((trade) => Boolean(trade.held) === held));
  const name = random.pick(pool.names.filter((_, index) => (index % 2 === 1) === held || pool.names.length < 2));
  const [city, address] = random.pick(pool.places);
  const dates = dateForm(pool, random);
  const handle = latin(name, seed);
  const contacts = {
    emails: [`${handle}@${random.pick(['example.com', 'example.org', 'mail.example.net'])}`],
    phones: [random.pick(pool.phones).replace(/\{(d+)\}/g, (_, ds) => String(random.below(10 ** ds.length)).padStart(ds.length, '0'))],
    links: random.yes(0.5) ? [random.pick([`linkedin.com/in/${handle}`, `www.${handle}.example`, `github.com/${handle}`])] : [],
    location: random.yes(0.5) ? city : address,
    city,
  };
  return {
    language, pool, trade: trade.id, name, held,
    headline: random.pick(trade.headline),
    ...contacts,
    sections: sections(pool, trade, dates, random),
  };
}

function latin(name, seed) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/ß/g, 'ss').toLowerCase().replace(/^dr\.? /, '');
  const words = plain.match(/[a-z]+/g);
  return words && words.length > 1 ? `${words[0]}.${words.at(-1)}` : `person.${seed}`;
}

const KINDS = ['projects', 'certifications', 'languages', 'interests', 'references'];

function sections(pool, trade, dates, random) {
  const heading = (kind) => random.pick(pool.headings[kind]);
  const found = [];
  if (random.yes(0.8)) found.push({ kind: 'summary', text: trade.summary.slice(0, random.from(1, trade.summary.length)).join(pool.east ? '' : ' ') });
  const experience = { kind: 'experience', entries: positions(trade, dates, random) };
  const education = { kind: 'education', entries: studies(trade, dates, random, experience) };
  found.push(...(random.yes(0.75) ? [experience, education] : [education, experience]));
  found.push({ kind: 'skills', items: random.some(trade.skills, random.from(4, trade.skills.length)) });
  for (const kind of random.some(KINDS, random.from(1, 4))) {
    if (kind === 'references') found.push({ kind, text: pool.referee });
    else found.push({ kind, items: { projects: trade.projects, certifications: trade.certs, languages: pool.speaks, interests: pool.interests }[kind].slice(0, 4) });
  }
  return found.map((section) => ({ ...section, heading: heading(section.kind) }));
}

function positions(trade, dates, random) {
  const count = Math.min(random.from(2, 4), trade.employers.length, trade.titles.length);
  const employers = random.some(trade.employers, count);
  const bullets = random.some(trade.bullets, trade.bullets.length);
  let year = 2025;
  let month = random.from(1, 12);
  return employers.map((employer, index) => {
    const current = index === 0 && random.yes(0.7);
    const end = current ? null : { year, month };
    year -= random.from(1, 3);
    month = random.from(1, 12);
    const start = { year, month };
    year -= random.yes(0.3) ? 1 : 0;
    const left = count - index;
    const own = bullets.splice(0, Math.min(5, Math.max(1, Math.ceil(bullets.length / left) - random.below(2))));
    return { title: trade.titles[index], employer, bullets: own, ...dates(start, end) };
  });
}

function studies(trade, dates, random, experience) {
  let year = Number(experience.entries.at(-1).start.slice(0, 4));
  const count = Math.min(random.from(1, 2), trade.degrees.length, trade.institutions.length);
  const institutions = random.some(trade.institutions, count);
  return institutions.map((institution, index) => {
    const end = { year, month: random.pick([6, 7, 9]) };
    year -= random.from(2, 4);
    return { degree: trade.degrees[index], institution, ...dates(start(year), end) };
  });
  function start(year) {
    return { year, month: random.pick([9, 10]) };
  }
}

/** How this person writes a period, and what it means. */
function dateForm(pool, random) {
  const dash = random.pick([' – ', ' - ', '–', ' — ']);
  const present = random.pick(pool.present);
  const form = random.pick(['short', 'long', 'numeric', 'years', 'short', 'numeric']);
  const since = pool.since && !pool.right_to_left && random.yes(0.3);
  const two = (month) => String(month).padStart(2, '0');
  const print = ({ year, month }) => {
    if (form === 'years') return String(year);
    if (form === 'numeric') return pool.east && pool.numeric === '.' ? `${year}.${two(month)}` : pool.east ? `${year}/${two(month)}` : `${two(month)}${pool.numeric}${year}`;
    if (pool.east) return `${year}年${month}月`;
    return `${(form === 'short' ? pool.short : pool.months)[month - 1]} ${year}`;
  };
  const value = ({ year, month }) => (form === 'years' ? String(year) : `${year}-${two(month)}`);
  return (start, end) => ({
    when: !end && since ? `${pool.since} ${print(start)}` : `${print(start)}${dash}${end ? print(end) : present}`,
    start: value(start),
    end: end ? value(end) : 'present',
  });
}
