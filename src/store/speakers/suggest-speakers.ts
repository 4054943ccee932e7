import type { SpeakerRecord } from '../../records/speaker.ts';
import { suggestNames } from '../names.ts';
import type { SpeakerSuggestion } from '../store.ts';
import type { Database } from '../tables.ts';
import { wordsOf } from '../words.ts';
import { findSpeakers } from './find-speakers.ts';

/**
 * Names that begin with what is typed, or nearly do; before them those that are called just that, such as by an acronym,
 * and, once a name that several bear is typed, each of these.
 */
export async function suggestSpeakers(
  database: Database,
  workspaceId: number,
  typed: string,
  limit: number,
): Promise<readonly SpeakerSuggestion[]> {
  const begun = await suggestNames(database, workspaceId, 'speaker', { typed, limit });
  const called = typed.trim() === '' ? [] : await findSpeakers(database, workspaceId, typed, limit);
  const namesakes = [...Map.groupBy(called, keyOf).values()].filter((same) => same.length > 1).flat();
  const known = new Set(begun.map(keyOf));
  const others = called.filter((speaker) => !known.has(keyOf(speaker)) && !namesakes.includes(speaker));
  const shared = new Set(namesakes.map(keyOf));
  return [
    ...namesakes.map(({ id, name, roles }) => ({ id, name, role: latestOf(roles) })),
    ...others.map(({ name, roles }) => ({ name, role: latestOf(roles) })),
    ...begun.filter((suggestion) => !shared.has(keyOf(suggestion))),
  ].slice(0, Math.max(0, limit));
}

const keyOf = ({ name }: { readonly name: string }): string => wordsOf(name).join(' ');

function latestOf(roles: SpeakerRecord['roles']): string | null {
  return roles.at(-1)?.role ?? null;
}
