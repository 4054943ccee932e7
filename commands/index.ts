import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { ingest } from './ingest.ts';
import { whoConfirmed } from './who-confirmed.ts';
import { whoDeclined } from './who-declined.ts';
import { whoDenied } from './who-denied.ts';
import { whoSaid } from './who-said.ts';

/** Every slash command, in the order in which help and Discord list them. */
export const COMMANDS: readonly Command[] = [whoDenied, whoConfirmed, whoDeclined, whoSaid, ask, ingest];
