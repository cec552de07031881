-- What readers did with papers, a row for each person and kind: see PaperUseKind.
CREATE TABLE paper_uses (
    place TEXT NOT NULL,
    paper TEXT NOT NULL,
    person TEXT NOT NULL,
    kind BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (place, paper, person, kind)
);
CREATE INDEX paper_uses_age ON paper_uses (place, used_at);
CREATE INDEX paper_uses_person ON paper_uses (person);

CREATE TABLE saved_papers (
    person TEXT NOT NULL,
    paper TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person, paper)
);
