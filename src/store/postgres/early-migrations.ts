/** The versions before speakers were linked; see `MIGRATIONS`. */
export const EARLY_MIGRATIONS: readonly string[] = [
  `
  CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, Language = english);
  CREATE TEXT SEARCH CONFIGURATION onrecord (COPY = english);
  ALTER TEXT SEARCH CONFIGURATION onrecord ALTER MAPPING REPLACE english_stem WITH onrecord_stem;
  CREATE TABLE workspaces (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    last_quote bigint NOT NULL
  );
  CREATE TABLE articles (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    workspace_id bigint NOT NULL REFERENCES workspaces,
    quote_count integer NOT NULL,
    content_hash text NOT NULL,
    stored_at text NOT NULL,
    title text, outlet text, byline text, published_at text, modified_at text, language text, url text,
    text text NOT NULL,
    UNIQUE (workspace_id, content_hash)
  );
  CREATE INDEX articles_size ON articles (workspace_id, quote_count);
  CREATE TABLE quotes (
    row_id bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    workspace_id bigint NOT NULL REFERENCES workspaces,
    article_id bigint NOT NULL REFERENCES articles,
    day_from text COLLATE "C",
    day_to text COLLATE "C",
    record text NOT NULL
  );
  CREATE INDEX quotes_article ON quotes (article_id);
  CREATE TABLE quote_words (quote_id bigint PRIMARY KEY REFERENCES quotes, words tsvector NOT NULL);
  CREATE INDEX quote_words_found ON quote_words USING gin (words);
  CREATE TABLE names (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspaces,
    kind text NOT NULL,
    key text COLLATE "C" NOT NULL,
    name text NOT NULL,
    role text,
    uses bigint NOT NULL,
    UNIQUE (workspace_id, kind, key)
  );
  CREATE INDEX names_uses ON names (workspace_id, kind, uses DESC, key);
  CREATE TABLE name_words (
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    word text COLLATE "C" NOT NULL,
    name_id bigint NOT NULL REFERENCES names,
    PRIMARY KEY (workspace_id, kind, word, name_id)
  );
  CREATE TABLE component_states (
    workspace text NOT NULL,
    id text NOT NULL,
    user_id text NOT NULL,
    payload text NOT NULL,
    PRIMARY KEY (workspace, id)
  );
  CREATE TABLE notes (key text PRIMARY KEY, value text NOT NULL);
  `,
  `
  CREATE TABLE model_runs (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text NOT NULL,
    at text COLLATE "C" NOT NULL,
    charged_tokens integer NOT NULL,
    record text NOT NULL
  );
  CREATE INDEX model_runs_day ON model_runs (workspace, at, charged_tokens);
  `,
  `
  CREATE TABLE imported_files (
    workspace text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    stamp text NOT NULL,
    article_id text NOT NULL,
    PRIMARY KEY (workspace, path)
  );
  `,
  `
  CREATE TABLE extractions (
    article_id bigint PRIMARY KEY REFERENCES articles,
    workspace_id bigint NOT NULL REFERENCES workspaces,
    version text NOT NULL,
    model_stamp text NOT NULL,
    awaits text,
    problem text,
    attempts integer NOT NULL,
    due_at text COLLATE "C",
    held_until text COLLATE "C"
  );
  CREATE INDEX extractions_due ON extractions (awaits, due_at, article_id) WHERE awaits IS NOT NULL;
  CREATE INDEX extractions_version ON extractions (workspace_id, version);
  INSERT INTO extractions (article_id, workspace_id, version, model_stamp, attempts)
    SELECT row_id, workspace_id, '', '', 0 FROM articles;
  CREATE TABLE model_replies (
    workspace text NOT NULL,
    key text NOT NULL,
    reply text NOT NULL,
    PRIMARY KEY (workspace, key)
  );
  `,
  `
  ALTER TABLE articles ADD COLUMN quiet integer NOT NULL DEFAULT 0;
  CREATE TABLE feeds (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    workspace text NOT NULL,
    url text COLLATE "C" NOT NULL,
    state text NOT NULL,
    next_try text COLLATE "C" NOT NULL,
    lease_until text COLLATE "C",
    record text NOT NULL,
    UNIQUE (workspace, url)
  );
  CREATE INDEX feeds_due ON feeds (state, next_try);
  CREATE TABLE seen_entries (
    workspace text NOT NULL,
    key text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL,
    PRIMARY KEY (workspace, key)
  );
  `,
  `
  ALTER TABLE articles DROP CONSTRAINT articles_workspace_id_content_hash_key;
  ALTER TABLE articles
    ADD COLUMN cluster_id bigint,
    ADD COLUMN revision integer NOT NULL DEFAULT 1,
    ADD COLUMN superseded_by bigint REFERENCES articles;
  CREATE INDEX articles_content ON articles (workspace_id, content_hash);
  DROP INDEX articles_size;
  CREATE INDEX articles_size ON articles (workspace_id, quote_count) WHERE superseded_by IS NULL;
  CREATE INDEX articles_url ON articles USING hash (url);
  CREATE INDEX articles_cluster ON articles (cluster_id) WHERE cluster_id IS NOT NULL;
  CREATE TABLE sketches (article_id bigint PRIMARY KEY REFERENCES articles, hashes text NOT NULL);
  CREATE TABLE shingles (
    workspace_id bigint NOT NULL,
    hash integer NOT NULL,
    article_id bigint NOT NULL,
    PRIMARY KEY (workspace_id, hash, article_id)
  );
  ALTER TABLE quotes ADD COLUMN statement text NOT NULL DEFAULT '', ADD COLUMN replaced_by text;
  CREATE INDEX quotes_statement ON quotes (article_id, statement);
  DROP INDEX quotes_article;
  CREATE TABLE utterances (
    quote_id bigint PRIMARY KEY REFERENCES quotes,
    utterance_id bigint NOT NULL,
    day text COLLATE "C" NOT NULL
  );
  CREATE INDEX utterances_carried ON utterances (utterance_id);
  `,
  `
  CREATE TABLE word_trigrams (
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    trigram text COLLATE "C" NOT NULL,
    word text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace_id, kind, trigram, word)
  );
  INSERT INTO word_trigrams (workspace_id, kind, trigram, word)
    SELECT workspace_id, kind, substr(' ' || word || ' ', place, 3), word
    FROM name_words JOIN generate_series(1, 40) AS place ON place <= length(word)
    ON CONFLICT DO NOTHING;
  `,
];
