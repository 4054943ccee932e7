import { suggestNames } from '../names.ts';
import type { SpeakerSuggestion } from '../store.ts';
import type { Database } from '../tables.ts';
import { findSpeakers } from './find-speakers.ts';

/** Names that begin with what is typed, or nearly do; before them those that are called just that, such as by an acronym. */
export async function suggestSpeakers(
  database: Database,
  workspaceId: number,
  typed: string,
  limit: number,
): Promise<readonly SpeakerSuggestion[]> {
  const begun = await suggestNames(database, workspaceId, 'speaker', { typed, limit });
  const called = typed.trim() === '' ? [] : await findSpeakers(database, workspaceId, typed, limit);
  const known = new Set(begun.map(({ name }) => name));
  const others = called.filter(({ name }) => !known.has(name));
  const suggested = others.map(({ name, roles }) => ({ name, role: roles.at(-1)?.role ?? null }));
  return [...suggested, ...begun].slice(0, Math.max(0, limit));
}
