// Texts made comparable: one form of characters, one kind of blank, no case.

const DASHES = /[\u2010-\u2015\u2212]/g;
const QUOTES = { '\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"' };
const EAST = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef';
const AROUND_EAST = new RegExp(`(?<=[${EAST}])\\s+|\\s+(?=[${EAST}])`, 'g');
// Marks that only steer the direction of a line.
const STEERING = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

export function fold(text) {
  return String(text)
    .normalize('NFKC')
    .replace(STEERING, '')
    .replace(DASHES, '-')
    .replace(/[\u2018\u2019\u201c\u201d]/g, (sign) => QUOTES[sign])
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(AROUND_EAST, '')
    .trim();
}

export const compact = (text) => fold(text).replace(/\s+/g, '');

const TOKEN = new RegExp(`[${EAST}]|[^\\s${EAST}]+`, 'gu');
const EDGES = /^[^\p{L}\p{N}+#@]+|[^\p{L}\p{N}+#%]+$/gu;

/** Words as a bag: how often each occurs. East Asian text by character. */
export function bag(text) {
  const words = new Map();
  for (const [token] of fold(text).matchAll(TOKEN)) {
    const word = token.replace(EDGES, '');
    if (/[\p{L}\p{N}]/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

const size = (words) => [...words.values()].reduce((sum, count) => sum + count, 0);

/** How many words of both, of the reference, of what was found. */
export function shared(reference, found) {
  let both = 0;
  for (const [word, count] of reference) both += Math.min(count, found.get(word) ?? 0);
  return { both, reference: size(reference), found: size(found) };
}
