// A believable review of whatever CV was sent, made from its own lines.

/** Reads the quoted texts back out of the user turn of the prompt. */
export function readPrompt(user) {
  const section = (name) => {
    const begin = user.match(new RegExp(`^<<<${name} ([0-9a-f]{32})>>>$`, 'm'));
    if (!begin) return '';
    const from = begin.index + begin[0].length + 1;
    const to = user.indexOf(`\n<<<END ${name} ${begin[1]}>>>`, from - 1);
    return to < from ? '' : user.slice(from, to);
  };
  const cv = section('CV')
    .split('\n')
    .map((line) => /^(\d+)\| (.*)$/s.exec(line))
    .filter(Boolean)
    .map(([, number, text]) => ({ number: Number(number), text }));
  const post = section('JOB POST')
    .split('\n')
    .map((line) => line.replace(/^\| ?/, ''));
  return { cv, post };
}

const BULLET = /^\s*[-•*–▪·‣◦]\s+/;

function bulletLines(cv) {
  const bullets = cv.filter(({ text }) => BULLET.test(text) && text.length > 20);
  if (bullets.length >= 6) return bullets;
  // A CV without bullets: sentences that are neither a heading nor contact data.
  const prose = cv.filter(({ text }) => text.trim().length > 30 && !/[@\[]|https?:/.test(text) && !BULLET.test(text));
  return [...bullets, ...prose].sort((a, b) => a.number - b.number);
}

/** Says the same with other words: no fact comes in and none is lost. Null when there is nothing to improve. */
function reword(text) {
  const mark = BULLET.exec(text)?.[0] ?? '';
  const words = text.slice(mark.length).trim();
  const better = words
    .replace(/^(I was |was )?responsible for (the )?/i, 'Took care of ')
    .replace(/^(my )?duties included /i, 'Daily work: ')
    .replace(/^helped (to |with )?/i, 'Supported ')
    .replace(/^worked on /i, 'Contributed to ')
    .replace(/\bin order to\b/gi, 'to')
    .replace(/\butili[sz]ed\b/gi, 'used')
    .replace(/\b(successfully|various|basically|very) /gi, '')
    .replace(/\s*,?\s*etc\.?$/i, '');
  return better === words ? null : mark + better.charAt(0).toUpperCase() + better.slice(1);
}

/** Asks for what is missing instead of making it up. */
function askForResult(text) {
  return `${text.replace(/[.;]$/, '')} (result: ____)`;
}

const STOP = new Set(
  `about above after again also another because been being below between both company could does doing down during each
  experience from further good great have having here into just join looking more most must nice other over role same
  should skills some strong such team than that their them then there these they this those through under until very
  want well were what when where which while will with work working would years your you'll we're ability able apply
  benefits offer including required requirements responsibilities please position candidate knowledge`.split(/\s+/),
);

const WANTED = /need|requir|must|bring|qualif|looking for|about you|your profile|skills/i;
const NICE = /nice|plus|desir|bonus|preferred|ideal/i;
// What stands before the thing itself: "at least 3 years' experience in".
const LEAD_IN = /^(you (have|hold|are|can|bring)|at least|minimum|\d+\+? years?'?|(proven|good|solid|strong|some|excellent|basic|full|clear|working|hands-on|a|an|the)|(experience|knowledge|understanding|command) (with|in|of)|ability to|willing(ness)? to|nice to have:?|must have:?)\s+/i;
const TAIL = /\s+(in|of|such|as|a|an|the|with|for|to|or|and|including|skills?)$/i;

function strip(text, pattern, to = '') {
  for (let before = ''; before !== text; ) [before, text] = [text, text.replace(pattern, to)];
  return text;
}

/** What the post asks for, as `{ term, nice }`: the gist of its bullet points, or its telling words. */
function terms(post) {
  const points = [];
  let [wanted, nice] = [false, false];
  for (const line of post) {
    if (!BULLET.test(line)) [wanted, nice] = line.trim() ? [WANTED.test(line), NICE.test(line)] : [wanted, nice];
    else if (!/^\s*\S+\s+willing/i.test(line)) points.push({ line: line.replace(BULLET, ''), wanted: wanted || nice, nice });
  }
  const asked = points.some((point) => point.wanted) ? points.filter((point) => point.wanted) : points;
  const gist = ({ line, nice: isNice }) => {
    const start = strip(line.trim(), LEAD_IN).split(/[,;:.(]| and | or | with | for /)[0];
    return { term: strip(start.trim().split(/\s+/).slice(0, 4).join(' '), TAIL), nice: isNice };
  };
  const words = post.flatMap((line) => line.match(/[\p{L}][\p{L}\p{N}+#./-]*[\p{L}\p{N}+#]/gu) ?? []).filter((word) => word.length > 4 || word !== word.toLowerCase());
  const seen = new Map();
  for (const found of asked.length >= 3 ? asked.map(gist) : words.map((term) => ({ term, nice: false }))) {
    const key = found.term.toLowerCase();
    if (key.length > 2 && key.length <= 40 && !STOP.has(key) && !seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()].slice(0, 30);
}

/** Whether `text` (in lower case) has every telling word of `term`. */
function shows(text, term) {
  const words = term.toLowerCase().split(/\s+/).filter((word) => word.length > 3 && !STOP.has(word));
  return (words.length > 0 ? words : [term.toLowerCase()]).every((word) => text.includes(word.replace(/(ing|ed|es|s)$/, '')));
}

const COMPETENCIES = [
  ['Tell me about a time you had to set priorities under pressure.', 'Prioritising', 'Whether you can say no with a reason.'],
  ['Describe a disagreement with a colleague and how it ended.', 'Collaboration', 'Whether you listen before you defend.'],
  ['When did you notice a problem before anyone else did?', 'Attention to detail', 'Whether you look beyond your own task.'],
  ['Tell me about something you had to learn quickly.', 'Learning', 'How you go about what you do not know.'],
  ['Describe a mistake of yours and what you did next.', 'Ownership', 'Whether you name it and mend it.'],
  ['When did you have to explain something difficult to someone outside your field?', 'Communication', 'Whether you find plain words.'],
  ['Tell me about a piece of work you are proud of.', 'Motivation', 'What you consider good work.'],
  ['Describe a time you improved how something was done.', 'Improvement', 'Whether you measure before and after.'],
  ['When did plans change late, and how did you handle it?', 'Adaptability', 'Whether you keep others informed.'],
  ['Tell me about a person you supported or taught.', 'Supporting others', 'Whether others grow around you.'],
];

/** The answer as an object of the review's schema. */
export function makeReview(user) {
  const { cv, post } = readPrompt(user);
  const text = cv.map((line) => line.text).join('\n');
  const lower = text.toLowerCase();
  const asked = terms(post);
  const all = asked.map(({ term }) => term);
  const matched = all.filter((term) => shows(lower, term));
  const missing = all.filter((term) => !matched.includes(term));
  const bullets = bulletLines(cv);
  const edit = ({ number, text: line }, better, why) => ({
    from_line: number,
    to_line: number,
    text: better.slice(0, 1200),
    why,
    keywords: matched.filter((term) => shows(line.toLowerCase(), term)).slice(0, 5),
  });
  const edits = bullets.slice(0, 8).map((line) => {
    const better = reword(line.text);
    return better ? edit(line, better, 'Says first what you did, in fewer words.') : edit(line, askForResult(line.text), 'Good work, but the reader cannot see what came of it. Fill in the result, or reject this.');
  });
  if (edits.length > 2) {
    // One edit as a careless model writes it: the page's guard must object.
    const careless = edits[2];
    const line = bullets[2].text.replace(/[.;]$/, '');
    careless.text = `${line}, cutting costs by 37% in 4 months`.slice(0, 1200);
    careless.why = 'A number shows the result.';
  }
  const evidence = (index) => (bullets.length > 0 ? [bullets[index % bullets.length].number] : []);
  const about = (index) => (bullets.length > 0 ? bullets[index % bullets.length].text.replace(BULLET, '').slice(0, 300) : 'your work');
  // As a model asks: from a line of this CV where there is one.
  const asking = (question, index) => {
    const line = bullets[index % Math.max(bullets.length, 1)]?.text.replace(BULLET, '').replace(/[.;]$/, '');
    return index < bullets.length && line.length <= 160 ? `You write: \u201c${line}\u201d. ${question}` : question;
  };
  const interview = COMPETENCIES.map(([question, competency, recruiter_perspective], index) => ({
    question: asking(question, index),
    competency,
    recruiter_perspective,
    evidence_lines: evidence(index),
    situation: `Your CV says: ${about(index)}`,
    action: 'First you ____, then you ____.',
    result: 'The outcome was ____.',
  }));
  const topics = [...missing, ...matched, 'planning', 'quality', 'safety', 'handover', 'documentation'].slice(0, 6);
  const technical = topics.map((topic, index) => ({
    scenario: matched.includes(topic) && bullets.length > 0
      ? `Your CV shows ${topic} (\u201c${about(index).slice(0, 140)}\u201d). Here it is done for three sites at once, and two of them do it differently. Where do you begin?`
      : `In your first week you are asked to look after ${topic}, and nobody has time to explain it.`,
    concept: `What ${topic} is for, and how one sees that it is going well.`,
    implementation: 'Find out who depends on it, write down the present state, agree on one small first step, then measure.',
    trade_offs: 'A quick start against the risk of overlooking why things are as they are.',
    difficulty: ['easy', 'medium', 'hard'][index % 3],
    code: null,
  }));
  const gaps = asked
    .filter(({ term }) => missing.includes(term))
    .sort((one, other) => Number(one.nice) - Number(other.nice))
    .slice(0, 6)
    .map(({ term: skill, nice }, index) => ({
      skill,
      importance: nice ? 'nice' : 'must',
      action: `If you have it, say where you used ${skill}. If not, take one small step towards it and write that down.`,
      kind: ['wording', 'course', 'practice'][index % 3],
      weeks: [0, 4, 2][index % 3],
    }));
  const name = /\[NAME[^\]\n]*\]/.exec(text)?.[0] ?? (cv.find((line) => line.text.trim())?.text.trim() ?? '').slice(0, 80);
  const contact = [...new Set(text.match(/\[(?:EMAIL|PHONE)[^\]\n]*\]/g) ?? [])].join(' · ');
  const strengths = matched.slice(0, 3).join(', ') || 'the work that you describe';
  const cover_letter = [
    'Dear hiring team,',
    `Your post asks for ${strengths}. My CV shows what I would bring: ${about(0)}.`,
    `I would be glad to tell you more about it. ${missing[0] ? `What I have yet to show is this: ${missing[0]}.` : ''}`.trim(),
    'Kind regards,',
    [name, contact].filter(Boolean).join('\n'),
  ].join('\n\n');
  return { edits, keywords: { matched, missing }, interview, technical, gaps, cover_letter };
}
