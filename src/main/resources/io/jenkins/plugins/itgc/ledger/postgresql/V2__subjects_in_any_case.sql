-- A repository is the same however its name is spelled, and so are subjects that begin with it. By the collation "C" of the column
-- only ASCII letters have a case.
DROP INDEX entry_by_subject;
CREATE INDEX entry_by_subject ON entry (stream, kind, lower(subject), sequence);
