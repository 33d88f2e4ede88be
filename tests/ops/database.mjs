// The local D1 of a served copy of the app, opened from outside as an operator's
// command would reach it: statements, and bookmarks to come back to.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const OWN = "type IN ('table', 'index') AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND sql IS NOT NULL";

export class LocalD1 {
  constructor(folder) {
    const place = join(folder, '.wrangler/state/v3/d1/miniflare-D1DatabaseObject');
    const file = readdirSync(place).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
    this.db = new DatabaseSync(join(place, file));
    this.db.exec('PRAGMA busy_timeout = 5000');
    this.bookmarks = new Map();
  }

  /** Rows of each statement, as `wrangler d1 execute --json` prints them. */
  run(sql) {
    // Our statements have no ";" within a text.
    const statements = sql.split(';').map((one) => one.trim()).filter(Boolean);
    return statements.map((one) => ({ results: this.db.prepare(one).all(), success: true, meta: { duration: 0 } }));
  }

  /** The state now, under a name like D1's. */
  bookmark() {
    const name = `0000000${this.bookmarks.size}-00000002-00004e5f-${'ab'.repeat(16)}`;
    const objects = this.db.prepare(`SELECT type, name, sql FROM sqlite_master WHERE ${OWN} ORDER BY type DESC`).all();
    const rows = objects.filter(({ type }) => type === 'table').map((table) => [table.name, this.db.prepare(`SELECT * FROM "${table.name}"`).all()]);
    this.bookmarks.set(name, { objects, rows });
    return name;
  }

  restore(name) {
    const { objects, rows } = this.bookmarks.get(name);
    const previous = this.bookmark();
    this.db.exec('BEGIN IMMEDIATE');
    for (const { name: table } of this.db.prepare(`SELECT name FROM sqlite_master WHERE ${OWN} AND type = 'table'`).all()) this.db.exec(`DROP TABLE "${table}"`);
    for (const { sql } of objects) this.db.exec(sql);
    for (const [table, all] of rows) {
      for (const row of all) {
        const names = Object.keys(row);
        this.db.prepare(`INSERT INTO "${table}" (${names.map((column) => `"${column}"`).join()}) VALUES (${names.map(() => '?').join()})`).run(...Object.values(row));
      }
    }
    this.db.exec('COMMIT');
    return previous;
  }

  close() {
    this.db.close();
  }
}
