-- A paper's text, cut into sections and passages, as JSON. person: whose upload it is; null for a paper's own text.
CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT,
    read_at BIGINT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX documents_person ON documents (person);
