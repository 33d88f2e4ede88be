// The few names of the test runtime that the tests use.
declare module 'cloudflare:test' {
  export function applyD1Migrations(db: import('../../functions/lib/platform').Database, migrations: unknown[]): Promise<void>;
}
declare module 'cloudflare:workers' {
  export const env: {
    DB: import('../../functions/lib/platform').Database;
    MIGRATIONS: unknown[];
    UPSTREAM: string;
  };
}
