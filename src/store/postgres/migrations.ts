import { EARLY_MIGRATIONS } from './early-migrations.ts';

/**
 * What each version adds to the one before. Never change one that was released: add another. The text search
 * configuration is English without stop words, so that a phrase of common words can be found too.
 */
export const MIGRATIONS: readonly string[] = [
  ...EARLY_MIGRATIONS,
  `
  CREATE TABLE speakers (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    workspace_id bigint NOT NULL REFERENCES workspaces,
    name text NOT NULL
  );
  CREATE TABLE speaker_names (
    workspace_id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    speaker_id bigint NOT NULL REFERENCES speakers,
    name text NOT NULL,
    PRIMARY KEY (workspace_id, key, speaker_id)
  );
  CREATE INDEX speaker_names_speaker ON speaker_names (speaker_id, key);
  CREATE TABLE speaker_roles (
    speaker_id bigint NOT NULL REFERENCES speakers,
    role text NOT NULL,
    first_day text COLLATE "C",
    last_day text COLLATE "C",
    PRIMARY KEY (speaker_id, role)
  );
  ALTER TABLE quotes ADD COLUMN speaker_id bigint REFERENCES speakers;
  CREATE INDEX quotes_speaker ON quotes (speaker_id) WHERE speaker_id IS NOT NULL;
  UPDATE extractions SET version = '';
  `,
  `
  CREATE TABLE told_quotes (
    workspace_id bigint NOT NULL,
    teller text COLLATE "C" NOT NULL,
    quote_id text COLLATE "C" NOT NULL,
    statement text COLLATE "C" NOT NULL,
    is_short integer NOT NULL,
    day text COLLATE "C",
    is_corrected integer NOT NULL,
    PRIMARY KEY (workspace_id, teller, quote_id)
  );
  CREATE INDEX told_quotes_statement ON told_quotes (workspace_id, teller, statement);
  `,
  `
  CREATE INDEX articles_superseded ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
  `,
  `
  CREATE TABLE asked_topics (
    workspace text NOT NULL,
    user_id text NOT NULL,
    key text NOT NULL,
    topic text NOT NULL,
    asked_at text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, user_id, key)
  );
  `,
  `
  CREATE TABLE briefings (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    workspace text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    next_slot text COLLATE "C",
    claim text COLLATE "C",
    lease_until text COLLATE "C",
    record text NOT NULL,
    UNIQUE (workspace, name_key)
  );
  CREATE INDEX briefings_due ON briefings (next_slot) WHERE state = 'active';
  CREATE TABLE deliveries (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    workspace text COLLATE "C" NOT NULL,
    briefing_id text COLLATE "C" NOT NULL,
    slot text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    record text NOT NULL,
    UNIQUE (briefing_id, slot)
  );
  CREATE INDEX deliveries_unfinished ON deliveries (briefing_id) WHERE state = 'posting';
  `,
  `
  DROP INDEX articles_size;
  CREATE INDEX articles_newest ON articles (workspace_id, row_id, quote_count, superseded_by)
    WHERE superseded_by IS NULL;
  `,
  `
  ALTER TABLE articles ADD COLUMN teaser text;
  ALTER TABLE articles ADD COLUMN told_by text COLLATE "C";
  ALTER TABLE seen_entries ADD COLUMN feed_id text COLLATE "C";
  ALTER TABLE seen_entries ADD COLUMN article_id text COLLATE "C";
  ALTER TABLE seen_entries ADD COLUMN fingerprint text COLLATE "C" NOT NULL DEFAULT '';
  ALTER TABLE seen_entries ADD COLUMN due_at text COLLATE "C";
  CREATE INDEX seen_entries_teasers ON seen_entries (workspace, feed_id, due_at) WHERE status = 'teaser';
  `,
  `
  CREATE INDEX quotes_said ON quotes (workspace_id, statement);
  `,
  `
  CREATE TABLE watches (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    workspace text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    next_look text COLLATE "C" NOT NULL,
    told_up_to bigint NOT NULL,
    is_pending integer NOT NULL,
    lease_until text COLLATE "C",
    record text COLLATE "C" NOT NULL
  );
  CREATE INDEX watches_due ON watches (state, next_look);
  CREATE INDEX watches_workspace ON watches (workspace);
  `,
];
