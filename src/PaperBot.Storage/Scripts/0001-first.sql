-- Written once for SQLite and PostgreSQL. Ids are text; instants are whole numbers: Unix milliseconds in *_at and
-- *_until, ticks of 100 ns since year 1 in *_ticks (a token's share of a limit is far below a millisecond).
-- A person's column is named "person" and holds platform:key; null is nobody.

CREATE TABLE schema_scripts (
    number BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    run_at BIGINT NOT NULL
);

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('papers', 0), ('transcripts', 0);

-- version 0: the source did not tell. latest: 1 for the record that stands for the paper without a version.
-- latest_at: when the source last told that this version is the latest.
-- change: grows with every change of a row, in the order of the commits; what follows it (a full-text index) keeps
-- the last number it has seen and reads the paper again.
CREATE TABLE papers (
    paper TEXT NOT NULL,
    version BIGINT NOT NULL,
    origin BIGINT NOT NULL,
    fetched_at BIGINT NOT NULL,
    title TEXT NOT NULL,
    abstract TEXT NOT NULL,
    authors TEXT NOT NULL,
    primary_category TEXT,
    categories TEXT NOT NULL,
    submitted_at BIGINT,
    updated_at BIGINT,
    comment TEXT,
    journal_reference TEXT,
    doi TEXT,
    search_title TEXT NOT NULL,
    search_text TEXT NOT NULL,
    latest BIGINT NOT NULL,
    latest_at BIGINT,
    change BIGINT NOT NULL,
    PRIMARY KEY (paper, version)
);
CREATE INDEX papers_change ON papers (change);

-- Apart from papers, so that being asked for is no change of the paper.
CREATE TABLE paper_reads (
    paper TEXT NOT NULL PRIMARY KEY,
    asked_at BIGINT NOT NULL
);
CREATE INDEX paper_reads_asked ON paper_reads (asked_at);

-- day: 20260105 for 5 January 2026.
CREATE TABLE announcements (
    day BIGINT NOT NULL,
    category TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (day, category)
);

CREATE TABLE announcement_entries (
    day BIGINT NOT NULL,
    category TEXT NOT NULL,
    paper TEXT NOT NULL,
    version BIGINT NOT NULL,
    type BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (day, category, paper)
);

CREATE TABLE accepted_requests (
    id TEXT NOT NULL PRIMARY KEY,
    line TEXT NOT NULL,
    person TEXT NOT NULL,
    person_name TEXT,
    place TEXT NOT NULL,
    place_kind BIGINT NOT NULL,
    place_parent TEXT,
    conversation TEXT NOT NULL,
    locale TEXT,
    manages_place BIGINT NOT NULL,
    reply_address TEXT NOT NULL,
    accepted_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    owner TEXT,
    lease_until BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX accepted_requests_open ON accepted_requests (lease_until) WHERE done_at IS NULL;
CREATE INDEX accepted_requests_person ON accepted_requests (person);
CREATE INDEX accepted_requests_age ON accepted_requests (accepted_at);

CREATE TABLE preferences (
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (owner, name)
);
CREATE INDEX preferences_person ON preferences (person);

CREATE TABLE conversation_values (
    conversation TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT,
    written_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, name)
);
CREATE INDEX conversation_values_person ON conversation_values (person);
CREATE INDEX conversation_values_expiry ON conversation_values (expires_at);

CREATE TABLE short_lines (
    id TEXT NOT NULL PRIMARY KEY,
    line TEXT NOT NULL,
    used_at BIGINT NOT NULL
);

CREATE TABLE transcript_entries (
    conversation TEXT NOT NULL,
    id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    change BIGINT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    person TEXT,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, id)
);
CREATE INDEX transcript_entries_sequence ON transcript_entries (conversation, sequence);
CREATE INDEX transcript_entries_change ON transcript_entries (conversation, change);
CREATE INDEX transcript_entries_person ON transcript_entries (person);
CREATE INDEX transcript_entries_age ON transcript_entries (said_at);

CREATE TABLE slot_upstreams (
    upstream TEXT NOT NULL PRIMARY KEY,
    held_ticks BIGINT NOT NULL,
    fence BIGINT NOT NULL
);

-- tat_ticks: the theoretical arrival time of GCRA.
CREATE TABLE slot_limits (
    upstream TEXT NOT NULL,
    limit_name TEXT NOT NULL,
    tat_ticks BIGINT NOT NULL,
    PRIMARY KEY (upstream, limit_name)
);

CREATE TABLE slot_leases (
    upstream TEXT NOT NULL,
    fence BIGINT NOT NULL,
    owner TEXT NOT NULL,
    expires_ticks BIGINT NOT NULL,
    PRIMARY KEY (upstream, fence)
);
