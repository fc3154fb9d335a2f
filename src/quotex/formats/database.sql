-- The tables of a database of records. Every table has its rows in the order of the articles.

PRAGMA user_version = 1;

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT,
    title TEXT,
    date TEXT,                      -- as given
    day TEXT,                       -- the same as YYYY-MM-DD; null where the date is no ISO 8601 or RFC 2822
    author TEXT,
    url TEXT,
    text_sha256 TEXT NOT NULL,
    text_length INTEGER NOT NULL,   -- in characters
    version TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    settings_hash TEXT NOT NULL,
    record TEXT NOT NULL            -- the whole article as JSON; last, so that nobody reads over it
);

CREATE TABLE speakers (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    id TEXT NOT NULL,               -- "s1", counted within the document
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    titles TEXT,                    -- those of several are joined by "; "
    known_as TEXT,
    aliases TEXT                    -- joined by "; "
);

CREATE TABLE quotes (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    speaker TEXT,                   -- several names are joined by "; "; quote_speakers has each by itself
    speaker_id TEXT,
    speaker_type TEXT,
    known_as TEXT,
    title TEXT,
    role TEXT,
    affiliation TEXT,
    mention TEXT NOT NULL,
    source TEXT,
    cue TEXT,
    content TEXT NOT NULL,
    addressee TEXT,
    medium TEXT,
    teller TEXT,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    score REAL NOT NULL,
    speaker_score REAL
);

CREATE TABLE quote_speakers (
    quote INTEGER NOT NULL REFERENCES quotes (number),
    speaker INTEGER NOT NULL REFERENCES speakers (number),
    PRIMARY KEY (quote, speaker)
) WITHOUT ROWID;

-- The words of quotes and the names of their speakers, without capitals and accents.
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    content, speaker, known_as,
    content="quotes", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);

-- The columns of quotex.rows, with the day.
CREATE VIEW who_said_what AS
SELECT
    quotes.number,
    documents.id AS document_id,
    documents.title AS document_title,
    documents.date AS document_date,
    documents.day,
    documents.author AS document_author,
    documents.url AS document_url,
    quotes.id, act, kind, status, speaker, speaker_id, speaker_type, known_as, quotes.title, role, affiliation, mention,
    source, cue, content, addressee, medium, teller, source_start, source_end, cue_start, cue_end, content_start,
    content_end, segments, score, speaker_score, text_sha256, version, model_sha256, settings_hash
FROM quotes JOIN documents ON documents.number = quotes.document;
