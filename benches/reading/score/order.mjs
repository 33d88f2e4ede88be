// Reading order: do phrases follow each other in the text as on the page?

import { fold } from './text.mjs';

/**
 * `order`: pairs of neighbouring phrases found, the second somewhere behind
 * the first, as the scorer of the sample CVs has it. `next`: pairs in which
 * nothing else that is printed lies between them; stricter, so that columns
 * read line by line show. `whole`: phrases found in one piece. Each the best
 * over the accepted orders.
 */
export function order(label, text) {
  const t = fold(text);
  const orders = [label.reading_order_probe, ...label.other_orders].map((phrases) => phrases.map(fold));
  const all = [...new Set(orders[0])];
  const places = new Map(all.map((phrase) => [phrase, t.indexOf(phrase)]));
  const last = new Map(all.map((phrase) => [phrase, t.lastIndexOf(phrase)]));
  // Phrases that occur once say for certain which comes next.
  const certain = all.filter((phrase) => places.get(phrase) >= 0 && places.get(phrase) === last.get(phrase) && !all.some((other) => other !== phrase && other.includes(phrase)));
  const rank = new Map([...certain].sort((a, b) => places.get(a) - places.get(b)).map((phrase, index) => [phrase, index]));
  const share = (phrases, good) => {
    const pairs = phrases.slice(1).map((phrase, index) => [phrases[index], phrase]);
    const judged = pairs.map(([a, b]) => good(a, b)).filter((value) => value !== null);
    return judged.length === 0 ? 1 : judged.filter(Boolean).length / judged.length;
  };
  const best = (good) => Math.max(...orders.map((phrases) => share(phrases, good)));
  return {
    order: best((a, b) => places.get(a) >= 0 && last.get(b) > places.get(a)),
    next: best((a, b) => {
      if (places.get(a) < 0 || places.get(b) < 0) return false;
      return rank.has(a) && rank.has(b) ? rank.get(b) === rank.get(a) + 1 : null;
    }),
    whole: all.filter((phrase) => places.get(phrase) >= 0).length / all.length,
    dated: dated(label, t),
  };
}

/** Dates that stand within reach of the line of their entry. */
function dated(label, t) {
  const pairs = label.dated.filter(([title]) => t.includes(fold(title)));
  if (pairs.length === 0) return 1;
  // A title may occur before its entry, in the line under the name.
  const everywhere = (phrase) => {
    const found = [];
    for (let at = t.indexOf(phrase); at >= 0; at = t.indexOf(phrase, at + 1)) found.push(at);
    return found;
  };
  const near = pairs.filter(([title, when]) => {
    const length = fold(title).length;
    return everywhere(fold(title)).some((at) => t.slice(Math.max(0, at - 90), at + length + 90).includes(fold(when)));
  });
  return near.length / pairs.length;
}
