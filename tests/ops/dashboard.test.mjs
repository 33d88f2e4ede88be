// The dashboard shows the figures of the monitor: the same columns, the same
// thresholds, the datasets that wrangler.toml names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OURS } from '../../scripts/ops/figures.mjs';
import { placeOf } from '../../scripts/ops/places.mjs';
import { judge } from '../../scripts/ops/thresholds.mjs';
import { root } from '../../scripts/tools.mjs';

const dashboard = JSON.parse(readFileSync(join(root, 'scripts', 'ops', 'grafana.json'), 'utf8'));
const panel = (start) => dashboard.panels.find(({ title }) => title.startsWith(start));
const threshold = ({ fieldConfig }) => fieldConfig.defaults.thresholds.steps.at(-1).value;

test('every panel asks one of our datasets, in columns that are written', () => {
  const { query } = dashboard.templating.list.find(({ name }) => name === 'dataset');
  for (const name of ['preview', 'production']) assert.ok(query.includes(placeOf(name).dataset), name);
  assert.equal(new Set(dashboard.panels.map(({ id }) => id)).size, dashboard.panels.length);
  for (const { title, targets } of dashboard.panels) {
    for (const { rawQuery } of targets) {
      assert.match(rawQuery, /^SELECT \$timeSeries AS t, .* FROM \$dataset WHERE \$timeFilter AND .* GROUP BY t(, label)? ORDER BY t$/, title);
      for (const [column] of rawQuery.matchAll(/\b(?:blob|double)\d+\b/g)) assert.match(column, /^(blob[1-4]|double[1-3])$/, title);
      assert.match(rawQuery, /_sample_interval/, `${title}: sampling is undone`);
    }
  }
  for (const code of OURS) assert.ok(panel('Error rate').targets[0].rawQuery.includes(`'${code}'`), code);
});

test('its lines are the thresholds of the monitor', () => {
  const quiet = { failures: 0, successes: 1000, generation: { count: 100, value: 0 }, timeouts: 0, refusals: 0, vitals: {}, faults: 0, health: { providers: [] }, up: true, checks: {} };
  const crossed = (more) => judge({ ...quiet, ...more }).some((one) => one.crossed);
  const cases = [
    ['p95 generation', (value) => ({ generation: { count: 100, value } })],
    ['AI_TIMEOUT', (timeouts) => ({ timeouts })],
    ['Rate-limit refusals', (refusals) => ({ refusals })],
    ['Faults at visitors', (faults) => ({ faults })],
    ['Error rate', (share) => ({ failures: share * 1000, successes: 1000 - share * 1000 })],
    ...['LCP', 'INP', 'CLS'].map((name) => [`${name} at visitors`, (value) => ({ vitals: { [name]: { count: 100, value } } })]),
  ];
  for (const [start, figures] of cases) {
    const line = threshold(panel(start));
    assert.equal(crossed(figures(line)), false, `${start} at ${line}`);
    assert.equal(crossed(figures(line * 1.01 + (line >= 1 ? 1 : 0))), true, `${start} over ${line}`);
  }
});
