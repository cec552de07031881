-- A filled SQLite database of schema 1.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1346531188;
BEGIN TRANSACTION;
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
INSERT INTO "accepted_requests" VALUES('web:1','','web:local',NULL,'web:page',0,NULL,'web:talk','zh-CN',1,'',1767614400000,1,NULL,1767614460000,1767614400000);
INSERT INTO "accepted_requests" VALUES('web:2','/paper 1706.03762','web:local','Local','web:page',0,NULL,'web:talk','zh-CN',1,'page',1767614400000,1,'here',1767614460000,NULL);
CREATE TABLE announcement_entries (
    day BIGINT NOT NULL,
    category TEXT NOT NULL,
    paper TEXT NOT NULL,
    version BIGINT NOT NULL,
    type BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (day, category, paper)
);
INSERT INTO "announcement_entries" VALUES(20260105,'cs.CL','2601.00001',1,0,1);
INSERT INTO "announcement_entries" VALUES(20260105,'cs.CL','1706.03762',7,2,2);
CREATE TABLE announcements (
    day BIGINT NOT NULL,
    category TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (day, category)
);
INSERT INTO "announcements" VALUES(20260105,'cs.CL',1767614400000);
CREATE TABLE conversation_values (
    conversation TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT,
    written_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, name)
);
INSERT INTO "conversation_values" VALUES('web:talk','choices','["1706.03762"]','web:local',1767614400000,1767700800000);
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO "counters" VALUES('papers',3);
INSERT INTO "counters" VALUES('transcripts',3);
CREATE TABLE paper_reads (
    paper TEXT NOT NULL PRIMARY KEY,
    asked_at BIGINT NOT NULL
);
INSERT INTO "paper_reads" VALUES('1706.03762',1767614400000);
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
INSERT INTO "papers" VALUES('1706.03762',1,1,1767614400000,'Attention Is All You Need','','[{"Name":"Ashish Vaswani"},{"Name":"Noam Shazeer"}]','cs.CL','cs.CL cs.LG',1497290254000,NULL,NULL,NULL,NULL,' attention is all you need ',' attention is all you need ashish vaswani noam shazeer 1706 03762 ',0,NULL,1);
INSERT INTO "papers" VALUES('1706.03762',7,2,1767614400000,'Attention Is All You Need','','[{"Name":"Ashish Vaswani"},{"Name":"Noam Shazeer"}]','cs.CL','cs.CL cs.LG',1497290254000,NULL,'15 pages, 5 figures',NULL,NULL,' attention is all you need ',' attention is all you need ashish vaswani noam shazeer 1706 03762 ',1,1767614400000,2);
INSERT INTO "papers" VALUES('hep-th/9901001',0,0,1767614400000,'A sample with an ''apostrophe'', 中文 and "quotes"','Two
lines; one semicolon.','[]',NULL,'',NULL,NULL,NULL,NULL,NULL,' a sample with an apostrophe 中文 and quotes ',' a sample with an apostrophe 中文 and quotes hep th 9901001 ',1,NULL,3);
CREATE TABLE preferences (
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (owner, name)
);
INSERT INTO "preferences" VALUES('person:web:local','zone','Asia/Shanghai','web:local',1767614400000);
INSERT INTO "preferences" VALUES('place:web:page','language','zh-CN',NULL,1767614400000);
CREATE TABLE schema_scripts (
    number BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    run_at BIGINT NOT NULL
);
INSERT INTO "schema_scripts" VALUES(1,'0001-first.sql',1767614400000);
CREATE TABLE short_lines (
    id TEXT NOT NULL PRIMARY KEY,
    line TEXT NOT NULL,
    used_at BIGINT NOT NULL
);
INSERT INTO "short_lines" VALUES('hni6qbzmcbymxscf','/paper 1706.03762',1767614400000);
CREATE TABLE slot_leases (
    upstream TEXT NOT NULL,
    fence BIGINT NOT NULL,
    owner TEXT NOT NULL,
    expires_ticks BIGINT NOT NULL,
    PRIMARY KEY (upstream, fence)
);
INSERT INTO "slot_leases" VALUES('arxiv-api',1,'here',639032112300000000);
CREATE TABLE slot_limits (
    upstream TEXT NOT NULL,
    limit_name TEXT NOT NULL,
    tat_ticks BIGINT NOT NULL,
    PRIMARY KEY (upstream, limit_name)
);
INSERT INTO "slot_limits" VALUES('arxiv-api','requests',639032112030000000);
CREATE TABLE slot_upstreams (
    upstream TEXT NOT NULL PRIMARY KEY,
    held_ticks BIGINT NOT NULL,
    fence BIGINT NOT NULL
);
INSERT INTO "slot_upstreams" VALUES('arxiv-api',639032112500000000,1);
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
INSERT INTO "transcript_entries" VALUES('web:talk','q1',1,1,'question','{"text":"/paper 1706.03762"}','web:local',1767614400000);
INSERT INTO "transcript_entries" VALUES('web:talk','a1',2,3,'answer','{"text":"Attention"}','web:local',1767614400000);
CREATE INDEX papers_change ON papers (change);
CREATE INDEX paper_reads_asked ON paper_reads (asked_at);
CREATE INDEX accepted_requests_open ON accepted_requests (lease_until) WHERE done_at IS NULL;
CREATE INDEX accepted_requests_person ON accepted_requests (person);
CREATE INDEX accepted_requests_age ON accepted_requests (accepted_at);
CREATE INDEX preferences_person ON preferences (person);
CREATE INDEX conversation_values_person ON conversation_values (person);
CREATE INDEX conversation_values_expiry ON conversation_values (expires_at);
CREATE INDEX transcript_entries_sequence ON transcript_entries (conversation, sequence);
CREATE INDEX transcript_entries_change ON transcript_entries (conversation, change);
CREATE INDEX transcript_entries_person ON transcript_entries (person);
CREATE INDEX transcript_entries_age ON transcript_entries (said_at);
COMMIT;
