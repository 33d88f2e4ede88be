// Stands in for wrangler: hands its arguments, its folder and its standard input
// to the stand-in for Cloudflare (cloud.mjs) and prints what that answers.

import { readFileSync } from 'node:fs';

const args = process.argv.slice(2);
// Only what real wrangler reads from there: a secret's value, a yes.
const input = args.includes('secret') && !args.includes('list') ? readFileSync(0, 'utf8') : '';
const response = await fetch(`${process.env.STAND_IN_URL}/wrangler`, { method: 'POST', body: JSON.stringify({ args, cwd: process.cwd(), input }) });
const { code, out } = await response.json();
(code === 0 ? process.stdout : process.stderr).write(`${out}\n`);
process.exitCode = code;
