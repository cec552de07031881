-- The server of a thread's channel, so that its settings count after a restart too.

ALTER TABLE accepted_requests ADD COLUMN place_server TEXT;
