/** The versions before speakers were linked; see `MIGRATIONS`. */
export const EARLY_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE workspaces (row_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, last_quote INTEGER NOT NULL) STRICT;
  CREATE TABLE articles (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    quote_count INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    title TEXT, outlet TEXT, byline TEXT, published_at TEXT, modified_at TEXT, language TEXT, url TEXT,
    text TEXT NOT NULL,
    UNIQUE (workspace_id, content_hash)
  ) STRICT;
  CREATE INDEX articles_size ON articles (workspace_id, quote_count);
  CREATE TABLE quotes (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    article_id INTEGER NOT NULL REFERENCES articles,
    day_from TEXT,
    day_to TEXT,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX quotes_article ON quotes (article_id);
  CREATE VIRTUAL TABLE quote_words USING fts5 (
    content, claim, context, title, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE TABLE names (
    row_id INTEGER PRIMARY KEY,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    uses INTEGER NOT NULL,
    UNIQUE (workspace_id, kind, key)
  ) STRICT;
  CREATE INDEX names_uses ON names (workspace_id, kind, uses DESC, key);
  CREATE TABLE name_words (
    workspace_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    name_id INTEGER NOT NULL REFERENCES names,
    PRIMARY KEY (workspace_id, kind, word, name_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE component_states (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE model_runs (
    row_id INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    at TEXT NOT NULL,
    charged_tokens INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX model_runs_day ON model_runs (workspace, at, charged_tokens);
  `,
  `
  CREATE TABLE imported_files (
    workspace TEXT NOT NULL,
    path TEXT NOT NULL,
    stamp TEXT NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (workspace, path)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE extractions (
    article_id INTEGER PRIMARY KEY REFERENCES articles,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    version TEXT NOT NULL,
    model_stamp TEXT NOT NULL,
    awaits TEXT,
    problem TEXT,
    attempts INTEGER NOT NULL,
    due_at TEXT,
    held_until TEXT
  ) STRICT;
  CREATE INDEX extractions_due ON extractions (awaits, due_at, article_id) WHERE awaits IS NOT NULL;
  CREATE INDEX extractions_version ON extractions (workspace_id, version);
  INSERT INTO extractions (article_id, workspace_id, version, model_stamp, attempts)
    SELECT row_id, workspace_id, '', '', 0 FROM articles;
  CREATE TABLE model_replies (
    workspace TEXT NOT NULL,
    key TEXT NOT NULL,
    reply TEXT NOT NULL,
    PRIMARY KEY (workspace, key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE articles ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE feeds (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    url TEXT NOT NULL,
    state TEXT NOT NULL,
    next_try TEXT NOT NULL,
    lease_until TEXT,
    record TEXT NOT NULL,
    UNIQUE (workspace, url)
  ) STRICT;
  CREATE INDEX feeds_due ON feeds (state, next_try);
  CREATE TABLE seen_entries (
    workspace TEXT NOT NULL,
    key TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    PRIMARY KEY (workspace, key)
  ) STRICT, WITHOUT ROWID;
  `,
  // Articles anew: two outlets may carry the same text, and what is small stands before the text.
  `
  CREATE TABLE articles_anew (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    cluster_id INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    superseded_by INTEGER REFERENCES articles,
    quiet INTEGER NOT NULL DEFAULT 0,
    quote_count INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    title TEXT, outlet TEXT, byline TEXT, published_at TEXT, modified_at TEXT, language TEXT, url TEXT,
    text TEXT NOT NULL
  ) STRICT;
  INSERT INTO articles_anew (row_id, id, workspace_id, quote_count, content_hash, stored_at, title, outlet, byline,
      published_at, modified_at, language, url, text, quiet)
    SELECT row_id, id, workspace_id, quote_count, content_hash, stored_at, title, outlet, byline,
      published_at, modified_at, language, url, text, quiet FROM articles;
  DROP TABLE articles;
  ALTER TABLE articles_anew RENAME TO articles;
  CREATE INDEX articles_content ON articles (workspace_id, content_hash);
  CREATE INDEX articles_size ON articles (workspace_id, quote_count) WHERE superseded_by IS NULL;
  CREATE INDEX articles_url ON articles (workspace_id, url) WHERE url IS NOT NULL;
  CREATE INDEX articles_cluster ON articles (cluster_id) WHERE cluster_id IS NOT NULL;
  CREATE TABLE sketches (article_id INTEGER PRIMARY KEY REFERENCES articles, hashes TEXT NOT NULL) STRICT;
  CREATE TABLE shingles (
    workspace_id INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, hash, article_id)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE quotes ADD COLUMN statement TEXT NOT NULL DEFAULT '';
  ALTER TABLE quotes ADD COLUMN replaced_by TEXT;
  CREATE INDEX quotes_statement ON quotes (article_id, statement);
  DROP INDEX quotes_article;
  CREATE TABLE utterances (
    quote_id INTEGER PRIMARY KEY REFERENCES quotes,
    utterance_id INTEGER NOT NULL,
    day TEXT NOT NULL
  ) STRICT;
  CREATE INDEX utterances_carried ON utterances (utterance_id);
  `,
  `
  CREATE TABLE word_trigrams (
    workspace_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    trigram TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (workspace_id, kind, trigram, word)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO word_trigrams (workspace_id, kind, trigram, word)
    WITH RECURSIVE places (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < 40)
    SELECT workspace_id, kind, substr(' ' || word || ' ', place, 3), word
    FROM name_words JOIN places ON place <= length(word);
  `,
];
