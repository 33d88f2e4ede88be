// One deployment as Pages shows it: the files of a folder with the headers of
// its _headers, the page for what is unknown, and /api/ handed to the functions,
// which say this deployment's commit.

import { createServer, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'application/javascript', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain', '.ttf': 'font/ttf' };

/** The rules of _headers, first to last; "! Name" takes one away. */
function headersFor(rules, path) {
  const headers = {};
  let applies = false;
  for (const line of rules.split('\n')) {
    if (line.startsWith('#')) continue;
    if (/^\S/.test(line)) applies = new RegExp(`^${line.trim().replaceAll('*', '.*')}$`).test(path);
    else if (applies && /^\s+! /.test(line)) delete headers[line.trim().slice(2).toLowerCase()];
    else if (applies && line.includes(':')) headers[line.trim().split(':')[0].toLowerCase()] = line.trim().replace(/^[^:]+:\s*/, '');
  }
  return headers;
}

export async function startDeployment({ dist, api, commit }) {
  const rules = existsSync(join(dist, '_headers')) ? readFileSync(join(dist, '_headers'), 'utf8') : '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return proxy(request, response, api, commit);
    const candidates = [pathname, `${pathname}.html`].map((name) => join(dist, normalize(name)));
    const file = candidates.find((name) => name.startsWith(dist) && existsSync(name) && statSync(name).isFile()) ?? join(dist, 'index.html');
    response.writeHead(200, { ...headersFor(rules, pathname), 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

function proxy(request, response, api, commit) {
  // The page's own origin is the functions' too, as on Pages.
  const headers = { ...request.headers, host: new URL(api).host, 'accept-encoding': 'identity' };
  if (headers.origin === `http://${request.headers.host}`) headers.origin = api;
  const upstream = httpRequest(`${api}${request.url}`, { method: request.method, headers }, async (answer) => {
    if (!request.url.startsWith('/api/health')) {
      response.writeHead(answer.statusCode, answer.headers);
      return void answer.pipe(response);
    }
    let text = '';
    for await (const chunk of answer) text += chunk;
    const body = JSON.parse(text);
    const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
    response.writeHead(answer.statusCode, kept);
    response.end(JSON.stringify({ ...body, version: `${body.version.split('+')[0]}+${commit.slice(0, 8)}` }));
  });
  upstream.on('error', () => response.writeHead(502).end());
  request.pipe(upstream);
}
