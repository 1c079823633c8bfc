-- The ledger of several controllers: a stream each. Entries are appended and never changed, but that an old body may move
-- to an archive. The triggers catch mistakes of our own; the hash chain catches everybody else.
CREATE TABLE stream (
    name  TEXT COLLATE "C" PRIMARY KEY,
    owner TEXT NOT NULL
);

CREATE TABLE entry (
    stream    TEXT COLLATE "C" NOT NULL REFERENCES stream (name),
    sequence  BIGINT NOT NULL,
    at        TEXT NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    subject   TEXT COLLATE "C" NOT NULL,
    actor     TEXT NOT NULL,
    body      TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL,
    PRIMARY KEY (stream, sequence),
    UNIQUE (stream, previous)
);

CREATE INDEX entry_by_subject ON entry (stream, kind, subject, sequence);
CREATE INDEX entry_by_kind ON entry (stream, kind, sequence);

CREATE FUNCTION itgc_entry_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.body = '' AND (NEW.stream, NEW.sequence, NEW.at, NEW.kind, NEW.subject, NEW.actor,
            NEW.body_hash, NEW.previous, NEW.hash) = (OLD.stream, OLD.sequence, OLD.at, OLD.kind, OLD.subject, OLD.actor,
            OLD.body_hash, OLD.previous, OLD.hash) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'ledger entries are never changed or removed';
END
$$;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION itgc_entry_is_never_changed();
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION itgc_entry_is_never_changed();
