-- A repository is the same however its name is spelled, and so are subjects that begin with it. Only ASCII letters have a case here.
DROP INDEX entry_by_subject;
CREATE INDEX entry_by_subject ON entry (kind, lower(subject), sequence);
