-- Up to which entry of the ledger somebody outside was told.
CREATE TABLE cursor (
    reader   TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL
) WITHOUT ROWID;
