INSERT INTO counters (name, value) VALUES ('articles', 0);

-- head: what lists show, as JSON; body: the whole article, as JSON; digest: of the body without moments of reading.
-- gone: 1 after the removal; the row stays, so that what follows the changes hears of it.
-- address_key: without scheme and www.
CREATE TABLE articles (
    article TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    published_at BIGINT,
    fetched_at BIGINT NOT NULL,
    head TEXT NOT NULL,
    body TEXT NOT NULL,
    digest TEXT NOT NULL,
    gone BIGINT NOT NULL,
    change BIGINT NOT NULL
);
CREATE INDEX articles_change ON articles (change);
CREATE INDEX articles_source ON articles (source, published_at);
CREATE INDEX articles_published ON articles (published_at);

-- The addresses that lead to an article: its own and those that redirect to it.
CREATE TABLE article_addresses (
    address_key TEXT NOT NULL PRIMARY KEY,
    article TEXT NOT NULL
);
CREATE INDEX article_addresses_article ON article_addresses (article);

CREATE TABLE article_tags (
    article TEXT NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (article, folded)
);
CREATE INDEX article_tags_folded ON article_tags (folded);

-- Apart from articles, so that being opened is no change of the article.
CREATE TABLE article_opens (
    article TEXT NOT NULL PRIMARY KEY,
    opened BIGINT NOT NULL
);

CREATE TABLE blog_sources (
    name TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    origin BIGINT NOT NULL,
    paused BIGINT NOT NULL,
    comments BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    first_read_at BIGINT,
    read_at BIGINT,
    due_at BIGINT,
    trouble BIGINT,
    trouble_reason TEXT
);

CREATE TABLE blog_pages (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    state BIGINT NOT NULL,
    reason TEXT,
    article TEXT,
    listed_at BIGINT,
    hint TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    failures BIGINT NOT NULL,
    due_at BIGINT,
    read_at BIGINT,
    PRIMARY KEY (source, address)
);
CREATE INDEX blog_pages_due ON blog_pages (source, due_at);
