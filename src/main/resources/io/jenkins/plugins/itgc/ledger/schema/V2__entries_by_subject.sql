-- Finds what was filed under a subject, of whatever kind: the requests and votes of one approval.
CREATE INDEX entry_by_subject_alone ON entry (subject, sequence);
