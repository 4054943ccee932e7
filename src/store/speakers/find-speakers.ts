import type { SpeakerRecord } from '../../records/speaker.ts';
import type { Database } from '../tables.ts';
import { isId } from '../ids.ts';
import { wordsOf } from '../words.ts';
import { keyOfName } from './speaker-key.ts';

/** The speakers who are called `name`, in full or by an acronym, or the one with that id; those with most quotes first. */
export async function findSpeakers(
  database: Database,
  workspaceId: number,
  name: string,
  limit: number,
): Promise<readonly SpeakerRecord[]> {
  const keys = [...new Set([keyOfName(name), wordsOf(name).join(' ')])];
  const rows = await database
    .selectFrom('speakers')
    .innerJoin('quotes', 'quotes.speaker_id', 'speakers.row_id')
    .select(['speakers.row_id', 'speakers.id', 'speakers.name'])
    .select(({ fn }) => fn.countAll<number>().as('quotes'))
    .where('speakers.workspace_id', '=', workspaceId)
    .$if(isId(name), (query) => query.where('speakers.id', '=', name))
    .$if(!isId(name), (query) =>
      query.where('speakers.row_id', 'in', (build) =>
        build
          .selectFrom('speaker_names')
          .select('speaker_id')
          .where('workspace_id', '=', workspaceId)
          .where('key', 'in', keys),
      ),
    )
    .groupBy(['speakers.row_id', 'speakers.id', 'speakers.name'])
    .orderBy('quotes', 'desc')
    .orderBy('speakers.row_id')
    .limit(Math.max(0, limit))
    .execute();
  return Promise.all(
    rows.map(async ({ row_id: rowId, id, name: known, quotes }) => ({
      id,
      name: known,
      quotes,
      aliases: await listAliases(database, rowId, known),
      roles: await listRoles(database, rowId),
    })),
  );
}

async function listAliases(database: Database, speakerId: number, name: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('speaker_names')
    .select('name')
    .where('speaker_id', '=', speakerId)
    .orderBy('key')
    .execute();
  return rows.map((row) => row.name).filter((alias) => alias !== name);
}

async function listRoles(database: Database, speakerId: number): Promise<SpeakerRecord['roles']> {
  const rows = await database
    .selectFrom('speaker_roles')
    .select(['role', 'first_day', 'last_day'])
    .where('speaker_id', '=', speakerId)
    .orderBy('last_day')
    .orderBy('role')
    .execute();
  return rows.map(({ role, first_day: since, last_day: until }) => ({ role, since, until }));
}
