// In the browser: times the two readers file by file, in turn.

/** A question to our worker, packed as `src/jobs.rs` does: `Open` for the CV. */
function call(run, name) {
  const text = new TextEncoder().encode(name);
  const bytes = [];
  const number = (value) => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
    bytes.push(value);
  };
  number(run);
  number(0); // Job::Open
  number(0); // Desk::Cv
  number(text.length);
  return new Uint8Array([...bytes, ...text]);
}

function ours(worker) {
  const port = new Worker(`/${worker}`, { type: 'module' });
  const next = () => new Promise((resolve, reject) => {
    port.onmessage = (event) => resolve(event.data);
    port.onerror = reject;
  });
  let run = 0;
  const ready = next();
  return async (name, data) => {
    await ready;
    const answer = next();
    port.postMessage([call(++run, name), data]);
    const [packed] = await answer;
    if (packed.length < 8) throw new Error(`${name}: no text`);
  };
}

/** `kept`: one worker for all files; else one a file, as it does by itself. */
async function pdfjs(kept) {
  const { GlobalWorkerOptions, PDFWorker, getDocument } = await import('/pdfjs/build/pdf.min.mjs');
  GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.min.mjs';
  const worker = kept ? new PDFWorker() : undefined;
  return async (name, data) => {
    const task = getDocument({ data, worker, cMapUrl: '/pdfjs/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdfjs/standard_fonts/', verbosity: 0 });
    const file = await task.promise;
    for (let number = 1; number <= file.numPages; number += 1) await (await file.getPage(number)).getTextContent();
    await task.destroy();
  };
}

window.measure = async ({ names, runs, worker, readers }) => {
  const make = { ours: () => ours(worker), 'pdf.js': () => pdfjs(false), 'pdf.js, worker kept': () => pdfjs(true) };
  const read = {};
  for (const name of readers) read[name] = await make[name]();
  const result = Object.fromEntries(readers.map((name) => [name, []]));
  for (const [index, name] of names.entries()) {
    const bytes = new Uint8Array(await (await fetch(`/file/${encodeURIComponent(name)}`)).arrayBuffer());
    if (index === 0) for (const reader of readers) await read[reader](name, bytes.slice()).catch(() => {});
    for (const reader of readers) result[reader][index] = [];
    for (let run = 0; run < runs; run += 1) {
      for (const reader of readers) {
        const copy = bytes.slice();
        const begun = performance.now();
        await read[reader](name, copy);
        result[reader][index].push(performance.now() - begun);
      }
    }
  }
  return result;
};
