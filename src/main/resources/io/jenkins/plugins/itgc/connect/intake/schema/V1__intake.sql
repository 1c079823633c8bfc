-- What came in and is still to be worked on. No evidence: everything here may be lost, and the reconciling finds it again.
CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX delivery_by_age ON delivery (at);

-- One row for each thing to look at; number 0 stands for all open pull requests of the repository.
CREATE TABLE task (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    repository TEXT NOT NULL,
    number     INTEGER NOT NULL
);

CREATE INDEX task_by_place ON task (repository, number, sequence);

-- What the bot saw of a pull request when it reviewed it last.
CREATE TABLE reviewed (
    repository TEXT NOT NULL,
    number     INTEGER NOT NULL,
    seen       TEXT NOT NULL,
    PRIMARY KEY (repository, number)
) WITHOUT ROWID;

-- Where a chat shows a request or a deploy.
CREATE TABLE message (
    subject TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    ts      TEXT NOT NULL
) WITHOUT ROWID;
