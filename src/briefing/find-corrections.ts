import type { AnswerQuote } from '../records/answer.ts';
import type { BriefingDeps } from './news-question.ts';

/** What was told, and is no longer what its article says. */
export interface Correction {
  readonly told: AnswerQuote;
  /** What has its place in the article now; null where nothing has. */
  readonly now: AnswerQuote | null;
}

/** Corrections that are told at once; others wait for the next time. */
const MAX_CORRECTIONS = 20;

/** What a teller told before that was corrected or removed since, and not told as such yet. */
export async function findCorrections(
  teller: string | null,
  { workspace, store }: BriefingDeps,
): Promise<readonly Correction[]> {
  if (teller === null) return [];
  const told = await store.listCorrected(workspace, teller, MAX_CORRECTIONS);
  return Promise.all(
    told.map(async (quote) => {
      const by = quote.superseded?.by ?? null;
      return { told: quote, now: by === null ? null : await store.findQuote(workspace, by) };
    }),
  );
}
