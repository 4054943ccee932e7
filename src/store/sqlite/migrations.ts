import { EARLY_MIGRATIONS } from './early-migrations.ts';

/** What each version adds to the one before. Never change one that was released: add another. */
export const MIGRATIONS: readonly string[] = [
  ...EARLY_MIGRATIONS,
  `
  CREATE TABLE speakers (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace_id INTEGER NOT NULL REFERENCES workspaces,
    name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE speaker_names (
    workspace_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    speaker_id INTEGER NOT NULL REFERENCES speakers,
    name TEXT NOT NULL,
    PRIMARY KEY (workspace_id, key, speaker_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speaker_names_speaker ON speaker_names (speaker_id, key);
  CREATE TABLE speaker_roles (
    speaker_id INTEGER NOT NULL REFERENCES speakers,
    role TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (speaker_id, role)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE quotes ADD COLUMN speaker_id INTEGER REFERENCES speakers;
  CREATE INDEX quotes_speaker ON quotes (speaker_id) WHERE speaker_id IS NOT NULL;
  UPDATE extractions SET version = '';
  `,
  `
  CREATE TABLE told_quotes (
    workspace_id INTEGER NOT NULL,
    teller TEXT NOT NULL,
    quote_id TEXT NOT NULL,
    statement TEXT NOT NULL,
    is_short INTEGER NOT NULL,
    day TEXT,
    is_corrected INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, teller, quote_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX told_quotes_statement ON told_quotes (workspace_id, teller, statement);
  `,
  `
  CREATE INDEX articles_superseded ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
  `,
  `
  CREATE TABLE asked_topics (
    workspace TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    topic TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    PRIMARY KEY (workspace, user_id, key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE briefings (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    name_key TEXT NOT NULL,
    state TEXT NOT NULL,
    next_slot TEXT,
    claim TEXT,
    lease_until TEXT,
    record TEXT NOT NULL,
    UNIQUE (workspace, name_key)
  ) STRICT;
  CREATE INDEX briefings_due ON briefings (next_slot) WHERE state = 'active';
  CREATE TABLE deliveries (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    briefing_id TEXT NOT NULL,
    slot TEXT NOT NULL,
    state TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (briefing_id, slot)
  ) STRICT;
  CREATE INDEX deliveries_unfinished ON deliveries (briefing_id) WHERE state = 'posting';
  `,
  `
  DROP INDEX articles_size;
  CREATE INDEX articles_newest ON articles (workspace_id, row_id, quote_count, superseded_by)
    WHERE superseded_by IS NULL;
  `,
  `
  ALTER TABLE articles ADD COLUMN teaser TEXT;
  ALTER TABLE articles ADD COLUMN told_by TEXT;
  ALTER TABLE seen_entries ADD COLUMN feed_id TEXT;
  ALTER TABLE seen_entries ADD COLUMN article_id TEXT;
  ALTER TABLE seen_entries ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
  ALTER TABLE seen_entries ADD COLUMN due_at TEXT;
  CREATE INDEX seen_entries_teasers ON seen_entries (workspace, feed_id, due_at) WHERE status = 'teaser';
  `,
  `
  CREATE INDEX quotes_said ON quotes (workspace_id, statement);
  `,
  `
  CREATE TABLE watches (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    state TEXT NOT NULL,
    next_look TEXT NOT NULL,
    told_up_to INTEGER NOT NULL,
    is_pending INTEGER NOT NULL,
    lease_until TEXT,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX watches_due ON watches (state, next_look);
  CREATE INDEX watches_workspace ON watches (workspace);
  `,
];
