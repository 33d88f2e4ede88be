-- How each AI provider has been doing, one row a provider. It is the state of
-- the circuit breaker and what /api/health reports. `lastError` holds a kind
-- such as 'timeout', never a provider's message. Times are Unix milliseconds.
CREATE TABLE AIProviderStatus (
  id            INTEGER PRIMARY KEY,
  provider      TEXT    NOT NULL UNIQUE,
  isHealthy     INTEGER NOT NULL DEFAULT 1,
  lastError     TEXT,
  lastCheckedAt INTEGER NOT NULL,
  failureCount  INTEGER NOT NULL DEFAULT 0,
  createdAt     INTEGER NOT NULL,
  updatedAt     INTEGER NOT NULL
) STRICT;

CREATE INDEX AIProviderStatus_provider_lastCheckedAt
  ON AIProviderStatus (provider, lastCheckedAt);

-- Reviews taken per UTC day. `bucket` is an HMAC of the address under a key of
-- that day, or 'all' for the whole deployment. `used` can be given back,
-- `attempts` only ever grows, which bounds how often it can be given back.
CREATE TABLE RateLimit (
  day      TEXT    NOT NULL,
  bucket   TEXT    NOT NULL,
  used     INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY (day, bucket)
) STRICT, WITHOUT ROWID;

-- Calls to each provider per UTC day, for the quota watch.
CREATE TABLE ProviderUsage (
  day      TEXT    NOT NULL,
  provider TEXT    NOT NULL,
  requests INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  refusals INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, provider)
) STRICT, WITHOUT ROWID;

-- What can be switched at once, without a deployment:
--   UPDATE Settings SET value = 'off' WHERE name = 'feature';
CREATE TABLE Settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO Settings (name, value) VALUES ('feature', 'on');
