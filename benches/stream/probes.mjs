// What runs inside the browser. Each function is sent there whole, so it uses
// nothing from around it. Times are milliseconds since 1970, the same clock in
// the page and in its worker.

/** The gaps between frames and the tasks over 50 ms, until `takeFrames()`. */
export function watchFrames() {
  let gaps = [];
  let longTasks = 0;
  let last = performance.now();
  new PerformanceObserver((list) => (longTasks += list.getEntries().length)).observe({ type: 'longtask' });
  const after = new MessageChannel();
  window.inFrame = false;
  after.port1.onmessage = () => (window.inFrame = false);
  const frame = () => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    window.inFrame = true;
    after.port2.postMessage(0);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.takeFrames = () => {
    const taken = { gaps: gaps.slice(1), longTasks };
    [gaps, longTasks] = [[], 0];
    return taken;
  };
  /** Calls when the frame that shows what was just done is finished. */
  window.whenPainted = (done) => {
    const finish = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
      channel.port2.postMessage(0);
    };
    if (window.inFrame) finish();
    else requestAnimationFrame(finish);
  };
}

/** `painted[part]`: `[how many are on screen, since when]`, as it grows. */
export function watchItems() {
  window.painted = { edits: [], interview: [], technical: [], gaps: [] };
  const shown = { edits: 0, interview: 0, technical: 0, gaps: 0 };
  const said = (tab) => Number(/\((\d+)/.exec(document.querySelector(`[data-testid="${tab}"]`)?.textContent ?? '')?.[1] ?? 0);
  const rows = (id) => document.querySelectorAll(`[data-testid="${id}"]`).length;
  const look = () => {
    // The open tab by its rows, the others by the count in their tab.
    const now = {
      edits: rows('edit') || said('tab-resume'),
      interview: rows('question') || said('tab-interview'),
      technical: rows('scenario') || said('tab-technical'),
      gaps: rows('gap') || said('tab-gaps'),
    };
    for (const [part, count] of Object.entries(now)) {
      if (count <= shown[part]) continue;
      shown[part] = count;
      window.whenPainted((time) => window.painted[part].push([count, time]));
    }
  };
  new MutationObserver(look).observe(document.getElementById('app'), { childList: true, characterData: true, subtree: true });
}

/** In the worker: every piece of the stream as it is handed over. */
export function watchReader() {
  self.pieces = [];
  const decoder = new TextDecoder();
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = function () {
    const promise = read.call(this);
    promise.then(
      ({ value }) => value && self.pieces.push([performance.timeOrigin + performance.now(), decoder.decode(value, { stream: true })]),
      () => {},
    );
    return promise;
  };
}

/** Takes the stream on the main thread and appends a line an item. */
export async function bareReader(body) {
  const pieces = [];
  const painted = { edits: [], interview: [], technical: [], gaps: [] };
  const list = document.createElement('ul');
  document.body.replaceChildren(list);
  const response = await fetch('/api/cv-review/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  let [depth, key, token, item, quoted, escaped] = [0, '', '', '', false, false];
  const take = (c) => {
    item += c;
    if (quoted) {
      if (escaped) escaped = false;
      else if (c === '\\') escaped = true;
      else if (c === '"') quoted = false;
      else if (depth === 1) token += c;
    } else if (c === '"') {
      quoted = true;
      if (depth === 1) token = '';
    } else if (c === ':' && depth === 1) key = token;
    else if (c === '{' || c === '[') {
      depth += 1;
      if (c === '{' && depth === 3) item = '{';
    } else if (c === '}' || c === ']') {
      depth -= 1;
      if (c === '}' && depth === 2 && painted[key]) {
        const row = document.createElement('li');
        row.textContent = Object.values(JSON.parse(item)).join(' ');
        list.append(row);
        const part = key;
        const count = (painted[part].asked = (painted[part].asked ?? 0) + 1);
        window.whenPainted((time) => painted[part].push([count, time]));
      }
    }
  };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    pieces.push([performance.timeOrigin + performance.now(), value]);
    buffer += value;
    for (let end; (end = buffer.indexOf('\n\n')) >= 0; buffer = buffer.slice(end + 2)) {
      const delta = /^event: delta\ndata: (.*)$/s.exec(buffer.slice(0, end));
      if (delta) for (const c of JSON.parse(delta[1]).text) take(c);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { pieces, painted };
}
