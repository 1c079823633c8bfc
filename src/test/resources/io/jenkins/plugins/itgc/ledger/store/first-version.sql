CREATE TABLE entry ( sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE )
CREATE INDEX entry_by_subject ON entry (kind, subject, sequence)
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'ledger entries are never removed'); END;
CREATE INDEX entry_by_kind ON entry (kind, sequence)
CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, checksum INT, installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), execution_time INT NOT NULL, success BOOLEAN NOT NULL)
INSERT INTO flyway_schema_history VALUES (1, '1', 'entries', 'SQL', 'V1__entries.sql', 837831417, '', '2026-10-01 12:00:00.000', 1, 1), (2, '3', 'entries by kind', 'SQL', 'V3__entries_by_kind.sql', -252034608, '', '2026-10-01 12:00:00.000', 1, 1)
INSERT INTO entry VALUES (1, '2026-10-01T12:00:00Z', 'review.decided', 'acme/orders@1', 'mia', '{"n":1,"verdict":"pass"}', '0000000000000000000000000000000000000000000000000000000000000000', '76a34d9f112ce93717b0dd8e79306807c285ddf229b3cbfb114c5e539dd49233')
INSERT INTO entry VALUES (2, '2026-10-01T12:00:00Z', 'review.decided', 'acme/orders@2', 'jenkins', '{"n":2,"verdict":"pass"}', '76a34d9f112ce93717b0dd8e79306807c285ddf229b3cbfb114c5e539dd49233', 'b28b5e9722cfe62bb99159166cb0ecc2f8fdde4e7c4630f96c331e237d0327b8')
