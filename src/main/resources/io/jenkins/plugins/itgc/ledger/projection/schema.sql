-- Everything is derived from the ledger. A schema of another version is thrown away and built again, so there are no
-- migrations. Times are milliseconds since 1970, UTC.
CREATE TABLE position (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL,
    hash     TEXT NOT NULL,
    at       INTEGER NOT NULL
);
INSERT INTO position VALUES (1, 0, '', 0);

CREATE TABLE job (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Which job deploys what: decides who may see what has no build of its own.
CREATE TABLE deployer (
    service     TEXT NOT NULL,
    environment TEXT NOT NULL,
    job         INTEGER NOT NULL,
    PRIMARY KEY (service, environment, job)
) WITHOUT ROWID;

-- seen_at never goes backwards, so that a span of time is a span of identifiers even when a clock was set back.
CREATE TABLE deploy (
    id           INTEGER PRIMARY KEY,
    service      TEXT NOT NULL,
    environment  TEXT NOT NULL,
    repository   TEXT NOT NULL,
    commit_id    TEXT NOT NULL,
    previous     TEXT,
    rollback     INTEGER NOT NULL,
    build        TEXT NOT NULL,
    job          INTEGER NOT NULL,
    started_by   TEXT,
    seen_at      INTEGER NOT NULL,
    requested_at INTEGER NOT NULL,
    started_at   INTEGER,
    finished_at  INTEGER,
    result       TEXT NOT NULL,
    reason       TEXT,
    body         TEXT NOT NULL,
    newest       INTEGER NOT NULL DEFAULT 0,
    newest_at    INTEGER NOT NULL DEFAULT 0,
    ready_at     INTEGER,
    ready_by     TEXT,
    lead_ms      INTEGER,
    failed       INTEGER NOT NULL DEFAULT 0,
    rework       INTEGER NOT NULL DEFAULT 0,
    undone_by    INTEGER,
    restore_ms   INTEGER,
    -- What is counted, as it is read: for the charts tens of thousands of deploys are asked for at once. Null while open.
    numbers      TEXT GENERATED ALWAYS AS (
        (finished_at / 86400000) || ' ' || ((result = 'succeeded') + 2 * (result = 'aborted') + 4 * rollback + 8 * failed
        + 16 * rework + 32 * coalesce(ready_by = 'merged', 0)) || ' ' || coalesce(lead_ms, -1) || ' '
        || coalesce(restore_ms, -1)) STORED
);
CREATE INDEX deploy_by_service ON deploy (service, id);
CREATE INDEX deploy_by_environment ON deploy (environment, id);
CREATE INDEX deploy_by_place ON deploy (service, environment, id);
CREATE INDEX deploy_by_result ON deploy (result, id);
CREATE INDEX deploy_by_time ON deploy (seen_at, id);
CREATE INDEX deploy_by_commit ON deploy (commit_id, environment, id);
CREATE INDEX deploy_by_build ON deploy (build, id);
CREATE INDEX deploy_numbers ON deploy
    (finished_at, environment, service, job, numbers);
CREATE INDEX deploy_good ON deploy (service, environment, newest) WHERE result = 'succeeded';
CREATE INDEX deploy_open ON deploy (environment, service, id) WHERE finished_at IS NULL;
CREATE INDEX deploy_unrestored ON deploy (service, environment, id) WHERE failed = 1 AND restore_ms IS NULL;

CREATE TABLE deploy_person (
    person TEXT NOT NULL,
    deploy INTEGER NOT NULL,
    role   TEXT NOT NULL,
    PRIMARY KEY (person, deploy, role)
) WITHOUT ROWID;

CREATE TABLE deploy_ticket (
    ticket TEXT NOT NULL,
    deploy INTEGER NOT NULL,
    PRIMARY KEY (ticket, deploy)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE deploy_text USING fts5 (
    words, content = '', contentless_delete = 1, detail = full, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE noticed (
    sequence  INTEGER PRIMARY KEY,
    deploy    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    announcer TEXT NOT NULL,
    what      TEXT,
    link      TEXT
);
CREATE INDEX noticed_by_deploy ON noticed (deploy, sequence);

CREATE TABLE ruling (
    sequence    INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    gate        TEXT NOT NULL,
    decision    TEXT NOT NULL,
    reason      TEXT,
    repository  TEXT NOT NULL,
    commit_id   TEXT NOT NULL,
    environment TEXT,
    build       TEXT NOT NULL,
    hash        TEXT NOT NULL
);
CREATE INDEX ruling_by_build ON ruling (build, sequence);

-- When a commit was first judged: the earliest time the ledger itself knows of it.
CREATE TABLE first_ruling (
    commit_id TEXT PRIMARY KEY,
    at        INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE waiting (
    build       TEXT NOT NULL,
    gate        TEXT NOT NULL,
    job         INTEGER NOT NULL,
    environment TEXT,
    repository  TEXT NOT NULL,
    commit_id   TEXT NOT NULL,
    since       INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    decision    TEXT NOT NULL,
    reason      TEXT,
    PRIMARY KEY (build, gate)
) WITHOUT ROWID;

CREATE TABLE waited (
    sequence    INTEGER NOT NULL,
    gate        TEXT NOT NULL,
    build       TEXT NOT NULL,
    job         INTEGER NOT NULL,
    environment TEXT,
    ended       INTEGER NOT NULL,
    took_ms     INTEGER NOT NULL,
    PRIMARY KEY (sequence, gate)
) WITHOUT ROWID;
CREATE INDEX waited_numbers ON waited (ended, environment, job, gate, took_ms);

CREATE TABLE approval (
    request     TEXT PRIMARY KEY,
    sequence    INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    subject     TEXT NOT NULL,
    repository  TEXT NOT NULL,
    commit_id   TEXT NOT NULL,
    environment TEXT,
    service     TEXT,
    build       TEXT,
    job         INTEGER,
    state       TEXT NOT NULL,
    until       INTEGER,
    body        TEXT NOT NULL,
    actor       TEXT NOT NULL
);
CREATE INDEX approval_by_commit ON approval (commit_id, environment, sequence);
CREATE INDEX approval_open ON approval (sequence) WHERE state = 'requested';

CREATE TABLE approval_act (
    sequence INTEGER PRIMARY KEY,
    request  TEXT NOT NULL,
    act      TEXT NOT NULL,
    at       INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    person   TEXT,
    channel  TEXT,
    reason   TEXT,
    body     TEXT NOT NULL
);
CREATE INDEX approval_act_by_request ON approval_act (request, sequence);

CREATE TABLE break_glass (
    sequence INTEGER PRIMARY KEY,
    request  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX break_glass_by_request ON break_glass (request, sequence);

CREATE TABLE hold (
    sequence    INTEGER PRIMARY KEY,
    environment TEXT NOT NULL,
    service     TEXT,
    owner       TEXT,
    reason      TEXT,
    placed_at   INTEGER NOT NULL,
    until       INTEGER,
    released_at INTEGER,
    released_by TEXT
);
CREATE INDEX hold_open ON hold (environment, service) WHERE released_at IS NULL;

CREATE TABLE exception (
    sequence    INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    environment TEXT,
    service     TEXT,
    repository  TEXT,
    commit_id   TEXT,
    person      TEXT,
    what        TEXT,
    link        TEXT,
    subject     TEXT NOT NULL
);
CREATE INDEX exception_by_commit ON exception (commit_id, sequence);

CREATE TABLE share (
    id         TEXT PRIMARY KEY,
    deploy     INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT
);
CREATE INDEX share_by_deploy ON share (deploy, created_at);
