import type { SpeakerCandidate } from '../records/answer.ts';
import type { SearchRequest } from '../records/search.ts';
import type { SpeakerRecord } from '../records/speaker.ts';
import type { Store } from '../store/store.ts';
import type { Words } from '../words/words.ts';
import { describe } from './name-speaker.ts';

/** Whom a question about a speaker looks for, as far as the records of speakers tell. */
export type MeantSpeaker =
  /** The words of the name say it all. */
  | { readonly kind: 'words' }
  /** One record alone; `told` says so where another bears the name. */
  | { readonly kind: 'record'; readonly id: string; readonly name: string; readonly told: string | null }
  | { readonly kind: 'several'; readonly candidates: readonly SpeakerCandidate[] };

const MAX_NAMESAKES = 25;
const SPEAKER_ID = /^p_[a-z2-7]{16}$/u;

export interface NamesakeDeps {
  readonly workspace: string;
  readonly store: Store;
  readonly words: Words;
}

/**
 * Finds out whom a name means where several records bear it: of those with a quote that fits the rest of the question, the
 * only one, else nobody before the reader has chosen. `speaker` may be a record's id, as typed at a prompt.
 */
export async function findNamesakes(
  { speaker, speakerId, ...request }: SearchRequest,
  { workspace, store, words }: NamesakeDeps,
): Promise<MeantSpeaker> {
  if (speaker === undefined && speakerId === undefined) return { kind: 'words' };
  const id = speakerId ?? (SPEAKER_ID.test(speaker ?? '') ? speaker : undefined);
  if (id !== undefined) return findRecord(id, speaker ?? id, { workspace, store, words });
  const namesakes = await store.findSpeakers(workspace, speaker ?? '', MAX_NAMESAKES);
  if (namesakes.length < 2) return { kind: 'words' };
  const heard: SpeakerRecord[] = [];
  for (const record of namesakes) {
    const { total } = await store.searchQuotes(workspace, { ...request, speakerId: record.id, limit: 1 });
    if (total > 0) heard.push(record);
  }
  const [only, ...more] = heard;
  if (only === undefined) return { kind: 'words' };
  if (more.length > 0)
    return { kind: 'several', candidates: heard.map((record) => candidateOf(record, words)) };
  return { kind: 'record', id: only.id, name: only.name, told: tellOther(only, words) };
}

async function findRecord(
  id: string,
  typed: string,
  { workspace, store, words }: NamesakeDeps,
): Promise<MeantSpeaker> {
  const [known] = await store.findSpeakers(workspace, id, 1);
  if (known === undefined) return { kind: 'record', id, name: typed, told: null };
  const namesakes = await store.findSpeakers(workspace, known.name, 2);
  return {
    kind: 'record',
    id,
    name: known.name,
    told: namesakes.length < 2 ? null : tellOther(known, words),
  };
}

function tellOther(record: SpeakerRecord, words: Words): string {
  return words.answers.otherSpeaker(describe(candidateOf(record, words)));
}

/** The latest role told, and other names. */
function candidateOf({ id, name, roles, aliases }: SpeakerRecord, { answers }: Words): SpeakerCandidate {
  const also = aliases.length === 0 ? [] : [answers.alsoNamed(aliases)];
  const about = [...roles.slice(-1).map(({ role }) => role), ...also].join('; ');
  return { id, name, about: about === '' ? null : about };
}
