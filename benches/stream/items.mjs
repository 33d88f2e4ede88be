// Where the items of an answer end, and when those bytes were there.

/** For every list of the answer, the offset after the last byte of each item. */
export function itemEnds(text) {
  const ends = {};
  let [depth, key, begun, quoted] = [0, '', 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c === '\\') at += 1;
      else if (c === '"') {
        quoted = false;
        if (depth === 1 && /^\s*:/.test(text.slice(at + 1))) key = text.slice(begun, at);
      }
    } else if (c === '"') {
      [quoted, begun] = [true, at + 1];
    } else if (c === '{' || c === '[') {
      depth += 1;
    } else if (c === '}' || c === ']') {
      depth -= 1;
      if (c === '}' && depth === 2) (ends[key] ??= []).push(at + 1);
    }
  }
  return ends;
}

/**
 * The answer out of the pieces `[time, text]` of an event stream: its text,
 * `at(offset)` for when the character before an offset was there, how many
 * events came and in how many seconds.
 */
export function eventTimes(pieces) {
  let buffer = '';
  let text = '';
  const marks = [];
  for (const [time, piece] of pieces) {
    buffer += piece;
    for (let end; (end = buffer.indexOf('\n\n')) >= 0; buffer = buffer.slice(end + 2)) {
      const delta = /^event: delta\ndata: (.*)$/s.exec(buffer.slice(0, end));
      if (!delta) continue;
      text += JSON.parse(delta[1]).text;
      marks.push([text.length, time]);
    }
  }
  const at = (offset) => marks.find(([length]) => length >= offset)[1];
  return { text, at, events: marks.length, seconds: (marks.at(-1)[1] - marks[0][1]) / 1000 };
}
