// What a review costs D1, measured: rows read and written as D1 counts them for
// the bill. benches/scale computes with these very numbers; a change that makes a
// review dearer has to say so there.

import { expect, test } from 'vitest';
import measured from '../../benches/scale/measured.json';
import type { Database } from '../../functions/lib/platform';
import { db, Deployment, rows } from './harness';

interface Meta {
  rows_read: number;
  rows_written: number;
}

/** The database, with what every batch read and wrote added up. */
function metered(): { db: Database; used: { read: number; written: number; batches: number } } {
  const used = { read: 0, written: 0, batches: 0 };
  const counted: Database = {
    prepare: (sql) => db.prepare(sql),
    batch: async (statements) => {
      const results = (await db.batch(statements)) as { results: unknown[]; meta: Meta }[];
      used.batches += 1;
      for (const { meta } of results) {
        used.read += meta.rows_read;
        used.written += meta.rows_written;
      }
      return results;
    },
  };
  return { db: counted, used };
}

async function cost(act: (deployment: Deployment) => Promise<Response>): Promise<{ read: number; written: number; batches: number }> {
  const meter = metered();
  const deployment = new Deployment({ DB: meter.db });
  await (await act(deployment)).arrayBuffer();
  await deployment.settled();
  return meter.used;
}

test('a review, a refusal and a look at health', async () => {
  for (const table of ['AIProviderStatus', 'RateLimit', 'ProviderUsage']) await rows(`DELETE FROM ${table}`);
  // As on a busy day: many clients, some weeks of usage. Neither number may show
  // in what one review costs.
  const day = new Date().toISOString().slice(0, 10);
  await rows(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO RateLimit SELECT ?1, printf('%032x', i), 3, 3 FROM n`, day);
  await rows(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 34) INSERT INTO ProviderUsage SELECT date('now', '-' || i || ' days'), 'gemini', 1, 0, 0 FROM n`);
  await cost((deployment) => deployment.ask());

  const review = await cost((deployment) => deployment.ask());
  const health = await cost((deployment) => deployment.fetch('/api/health'));
  const refused = await cost(async (deployment) => {
    await rows("INSERT INTO Settings VALUES ('dailyLimit', '0')");
    const response = await deployment.ask();
    await rows("DELETE FROM Settings WHERE name = 'dailyLimit'");
    return response;
  });
  expect({ review, refused, health }).toEqual(measured);
});
