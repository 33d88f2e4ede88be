// A seeded source of chance: the same seed makes the same person everywhere.

export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const from = (low, high) => low + below(high - low + 1);
  const yes = (share) => next() < share;
  /** Some of the list, in an order of its own. */
  const some = (list, count) => {
    const rest = [...list];
    const taken = [];
    while (rest.length > 0 && taken.length < count) taken.push(...rest.splice(below(rest.length), 1));
    return taken;
  };
  return { next, below, pick, from, yes, some };
}
