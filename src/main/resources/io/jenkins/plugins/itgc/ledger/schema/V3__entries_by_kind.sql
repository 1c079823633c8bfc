-- Entries of a kind in the order in which they came: what the queue of deploys is read from at a start.
CREATE INDEX entry_by_kind ON entry (kind, sequence);
