-- Reports that people saw in full and sent on purpose: the browser and what
-- failed, no text of a CV. Rows older than 30 days are deleted when one comes.
-- Only adds: the release before it works with this schema too.
CREATE TABLE Diagnostic (
  id        TEXT    PRIMARY KEY,
  createdAt INTEGER NOT NULL,
  report    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX Diagnostic_createdAt ON Diagnostic (createdAt);
