-- Answers of models, shared by everybody. question_hash: SHA-256 of the question, because a key has a greatest length.
-- base: the paper without its version; empty for answers over several papers.
CREATE TABLE answers (
    paper TEXT NOT NULL,
    question_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    base TEXT NOT NULL,
    question TEXT NOT NULL,
    markdown TEXT NOT NULL,
    evidence TEXT,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (paper, question_hash, language, model, prompt_version)
);
CREATE INDEX answers_base ON answers (base);

-- Who is getting an answer now, so that two processes do not pay for the same one.
CREATE TABLE answer_claims (
    id TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
