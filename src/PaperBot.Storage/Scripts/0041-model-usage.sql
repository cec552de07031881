-- Tokens by day (UTC, 2026-01-05), model and purpose; nothing about persons. cost: millionths of the prices' currency.
CREATE TABLE model_usage (
    day TEXT NOT NULL,
    model TEXT NOT NULL,
    purpose TEXT NOT NULL,
    calls BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    estimated BIGINT NOT NULL,
    cost BIGINT NOT NULL,
    PRIMARY KEY (day, model, purpose)
);

-- What the owner was told of on a day.
CREATE TABLE model_notices (
    day TEXT NOT NULL,
    notice TEXT NOT NULL,
    PRIMARY KEY (day, notice)
);
