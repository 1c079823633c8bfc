-- Entries hold the hash of their body, and are chained by it, so that an old body can move to an archive. Only that may
-- change: a body becomes empty, and only where its hash stays. Entries from before hold no such hash and keep their body.
ALTER TABLE entry ADD COLUMN body_hash TEXT;

DROP TRIGGER entry_is_never_changed;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN NOT (NEW.body = '' AND OLD.body_hash IS NOT NULL AND NEW.body_hash = OLD.body_hash AND NEW.sequence = OLD.sequence
    AND NEW.at = OLD.at AND NEW.kind = OLD.kind AND NEW.subject = OLD.subject AND NEW.actor = OLD.actor
    AND NEW.previous = OLD.previous AND NEW.hash = OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'ledger entries are never changed');
END;
