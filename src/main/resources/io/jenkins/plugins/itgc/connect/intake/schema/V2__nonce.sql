-- The buttons of a message are used once.
ALTER TABLE message ADD COLUMN nonce TEXT NOT NULL DEFAULT '';
