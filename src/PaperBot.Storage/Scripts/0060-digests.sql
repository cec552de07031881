-- Subscriptions to the day's papers and their deliveries. Days are whole numbers: 20260105 for 5 January 2026.
-- turn: grows with every taking and every change; what was planned under an older one is void.
CREATE TABLE digest_subscriptions (
    id TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL,
    place_kind BIGINT NOT NULL,
    place_parent TEXT,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    wake_at BIGINT NOT NULL,
    last_run BIGINT,
    last_day BIGINT,
    state BIGINT NOT NULL,
    refusals BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    lease_until BIGINT NOT NULL
);
CREATE INDEX digest_subscriptions_wake ON digest_subscriptions (wake_at) WHERE state = 0;
CREATE INDEX digest_subscriptions_place ON digest_subscriptions (place);

-- Apart, so that somebody's wish to be forgotten does not end a channel's digest.
CREATE TABLE digest_owners (
    subscription TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX digest_owners_person ON digest_owners (person);

CREATE TABLE digest_deliveries (
    subscription TEXT NOT NULL,
    day BIGINT NOT NULL,
    part BIGINT NOT NULL,
    state BIGINT NOT NULL,
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    process TEXT,
    reason TEXT,
    message_id TEXT,
    announced BIGINT NOT NULL,
    matched BIGINT NOT NULL,
    PRIMARY KEY (subscription, day, part)
);
CREATE INDEX digest_deliveries_open ON digest_deliveries (next_at) WHERE state < 3;
CREATE INDEX digest_deliveries_age ON digest_deliveries (created_at);

-- The primary key is the promise: a paper is in one delivery of a subscription.
CREATE TABLE digest_papers (
    subscription TEXT NOT NULL,
    paper_key TEXT NOT NULL,
    day BIGINT NOT NULL,
    part BIGINT NOT NULL,
    paper TEXT NOT NULL,
    type BIGINT NOT NULL,
    announced BIGINT NOT NULL,
    position BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (subscription, paper_key)
);
