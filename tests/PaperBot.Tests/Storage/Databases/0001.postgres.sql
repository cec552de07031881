-- A filled PostgreSQL database of schema 1.
CREATE TABLE public.accepted_requests (
    id text NOT NULL,
    line text NOT NULL,
    person text NOT NULL,
    person_name text,
    place text NOT NULL,
    place_kind bigint NOT NULL,
    place_parent text,
    conversation text NOT NULL,
    locale text,
    manages_place bigint NOT NULL,
    reply_address text NOT NULL,
    accepted_at bigint NOT NULL,
    attempts bigint NOT NULL,
    owner text,
    lease_until bigint NOT NULL,
    done_at bigint
);
CREATE TABLE public.announcement_entries (
    day bigint NOT NULL,
    category text NOT NULL,
    paper text NOT NULL,
    version bigint NOT NULL,
    type bigint NOT NULL,
    "position" bigint NOT NULL
);
CREATE TABLE public.announcements (
    day bigint NOT NULL,
    category text NOT NULL,
    fetched_at bigint NOT NULL
);
CREATE TABLE public.conversation_values (
    conversation text NOT NULL,
    name text NOT NULL,
    value text NOT NULL,
    person text,
    written_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE TABLE public.counters (
    name text NOT NULL,
    value bigint NOT NULL
);
CREATE TABLE public.paper_reads (
    paper text NOT NULL,
    asked_at bigint NOT NULL
);
CREATE TABLE public.papers (
    paper text NOT NULL,
    version bigint NOT NULL,
    origin bigint NOT NULL,
    fetched_at bigint NOT NULL,
    title text NOT NULL,
    abstract text NOT NULL,
    authors text NOT NULL,
    primary_category text,
    categories text NOT NULL,
    submitted_at bigint,
    updated_at bigint,
    comment text,
    journal_reference text,
    doi text,
    search_title text NOT NULL,
    search_text text NOT NULL,
    latest bigint NOT NULL,
    latest_at bigint,
    change bigint NOT NULL
);
CREATE TABLE public.preferences (
    owner text NOT NULL,
    name text NOT NULL,
    value text NOT NULL,
    person text,
    used_at bigint NOT NULL
);
CREATE TABLE public.schema_scripts (
    number bigint NOT NULL,
    name text NOT NULL,
    run_at bigint NOT NULL
);
CREATE TABLE public.short_lines (
    id text NOT NULL,
    line text NOT NULL,
    used_at bigint NOT NULL
);
CREATE TABLE public.slot_leases (
    upstream text NOT NULL,
    fence bigint NOT NULL,
    owner text NOT NULL,
    expires_ticks bigint NOT NULL
);
CREATE TABLE public.slot_limits (
    upstream text NOT NULL,
    limit_name text NOT NULL,
    tat_ticks bigint NOT NULL
);
CREATE TABLE public.slot_upstreams (
    upstream text NOT NULL,
    held_ticks bigint NOT NULL,
    fence bigint NOT NULL
);
CREATE TABLE public.transcript_entries (
    conversation text NOT NULL,
    id text NOT NULL,
    sequence bigint NOT NULL,
    change bigint NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    person text,
    said_at bigint NOT NULL
);
INSERT INTO public.accepted_requests VALUES ('web:2', '/paper 1706.03762', 'web:local', 'Local', 'web:page', 0, NULL, 'web:talk', 'zh-CN', 1, 'page', 1767614400000, 1, 'here', 1767614460000, NULL);
INSERT INTO public.accepted_requests VALUES ('web:1', '', 'web:local', NULL, 'web:page', 0, NULL, 'web:talk', 'zh-CN', 1, '', 1767614400000, 1, NULL, 1767614460000, 1767614400000);
INSERT INTO public.announcement_entries VALUES (20260105, 'cs.CL', '2601.00001', 1, 0, 1);
INSERT INTO public.announcement_entries VALUES (20260105, 'cs.CL', '1706.03762', 7, 2, 2);
INSERT INTO public.announcements VALUES (20260105, 'cs.CL', 1767614400000);
INSERT INTO public.conversation_values VALUES ('web:talk', 'choices', '["1706.03762"]', 'web:local', 1767614400000, 1767700800000);
INSERT INTO public.counters VALUES ('papers', 3);
INSERT INTO public.counters VALUES ('transcripts', 3);
INSERT INTO public.paper_reads VALUES ('1706.03762', 1767614400000);
INSERT INTO public.papers VALUES ('1706.03762', 1, 1, 1767614400000, 'Attention Is All You Need', '', '[{"Name":"Ashish Vaswani"},{"Name":"Noam Shazeer"}]', 'cs.CL', 'cs.CL cs.LG', 1497290254000, NULL, NULL, NULL, NULL, ' attention is all you need ', ' attention is all you need ashish vaswani noam shazeer 1706 03762 ', 0, NULL, 1);
INSERT INTO public.papers VALUES ('1706.03762', 7, 2, 1767614400000, 'Attention Is All You Need', '', '[{"Name":"Ashish Vaswani"},{"Name":"Noam Shazeer"}]', 'cs.CL', 'cs.CL cs.LG', 1497290254000, NULL, '15 pages, 5 figures', NULL, NULL, ' attention is all you need ', ' attention is all you need ashish vaswani noam shazeer 1706 03762 ', 1, 1767614400000, 2);
INSERT INTO public.papers VALUES ('hep-th/9901001', 0, 0, 1767614400000, 'A sample with an ''apostrophe'', 中文 and "quotes"', 'Two
lines; one semicolon.', '[]', NULL, '', NULL, NULL, NULL, NULL, NULL, ' a sample with an apostrophe 中文 and quotes ', ' a sample with an apostrophe 中文 and quotes hep th 9901001 ', 1, NULL, 3);
INSERT INTO public.preferences VALUES ('person:web:local', 'zone', 'Asia/Shanghai', 'web:local', 1767614400000);
INSERT INTO public.preferences VALUES ('place:web:page', 'language', 'zh-CN', NULL, 1767614400000);
INSERT INTO public.schema_scripts VALUES (1, '0001-first.sql', 1767614400000);
INSERT INTO public.short_lines VALUES ('hni6qbzmcbymxscf', '/paper 1706.03762', 1767614400000);
INSERT INTO public.slot_leases VALUES ('arxiv-api', 1, 'here', 639032112300000000);
INSERT INTO public.slot_limits VALUES ('arxiv-api', 'requests', 639032112030000000);
INSERT INTO public.slot_upstreams VALUES ('arxiv-api', 639032112500000000, 1);
INSERT INTO public.transcript_entries VALUES ('web:talk', 'q1', 1, 1, 'question', '{"text":"/paper 1706.03762"}', 'web:local', 1767614400000);
INSERT INTO public.transcript_entries VALUES ('web:talk', 'a1', 2, 3, 'answer', '{"text":"Attention"}', 'web:local', 1767614400000);
ALTER TABLE ONLY public.accepted_requests
    ADD CONSTRAINT accepted_requests_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.announcement_entries
    ADD CONSTRAINT announcement_entries_pkey PRIMARY KEY (day, category, paper);
ALTER TABLE ONLY public.announcements
    ADD CONSTRAINT announcements_pkey PRIMARY KEY (day, category);
ALTER TABLE ONLY public.conversation_values
    ADD CONSTRAINT conversation_values_pkey PRIMARY KEY (conversation, name);
ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.paper_reads
    ADD CONSTRAINT paper_reads_pkey PRIMARY KEY (paper);
ALTER TABLE ONLY public.papers
    ADD CONSTRAINT papers_pkey PRIMARY KEY (paper, version);
ALTER TABLE ONLY public.preferences
    ADD CONSTRAINT preferences_pkey PRIMARY KEY (owner, name);
ALTER TABLE ONLY public.schema_scripts
    ADD CONSTRAINT schema_scripts_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.short_lines
    ADD CONSTRAINT short_lines_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.slot_leases
    ADD CONSTRAINT slot_leases_pkey PRIMARY KEY (upstream, fence);
ALTER TABLE ONLY public.slot_limits
    ADD CONSTRAINT slot_limits_pkey PRIMARY KEY (upstream, limit_name);
ALTER TABLE ONLY public.slot_upstreams
    ADD CONSTRAINT slot_upstreams_pkey PRIMARY KEY (upstream);
ALTER TABLE ONLY public.transcript_entries
    ADD CONSTRAINT transcript_entries_pkey PRIMARY KEY (conversation, id);
CREATE INDEX accepted_requests_age ON public.accepted_requests USING btree (accepted_at);
CREATE INDEX accepted_requests_open ON public.accepted_requests USING btree (lease_until) WHERE (done_at IS NULL);
CREATE INDEX accepted_requests_person ON public.accepted_requests USING btree (person);
CREATE INDEX conversation_values_expiry ON public.conversation_values USING btree (expires_at);
CREATE INDEX conversation_values_person ON public.conversation_values USING btree (person);
CREATE INDEX paper_reads_asked ON public.paper_reads USING btree (asked_at);
CREATE INDEX papers_change ON public.papers USING btree (change);
CREATE INDEX preferences_person ON public.preferences USING btree (person);
CREATE INDEX transcript_entries_age ON public.transcript_entries USING btree (said_at);
CREATE INDEX transcript_entries_change ON public.transcript_entries USING btree (conversation, change);
CREATE INDEX transcript_entries_person ON public.transcript_entries USING btree (person);
CREATE INDEX transcript_entries_sequence ON public.transcript_entries USING btree (conversation, sequence);
