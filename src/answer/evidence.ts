import type { AnswerQuote } from '../records/answer.ts';
import { speakerLabel } from '../records/quote.ts';

/** A quote as it is put before a model: under an id of this one request, which no article can know. */
export interface Evidence {
  readonly id: string;
  readonly quote: AnswerQuote;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Well below the number of ids there are, so that drawing new ones soon ends. */
const MAX_EVIDENCE = 300;

/** Gives each quote an id, `k` and two letters or digits. `random` gives numbers in [0, 1). */
export function numberEvidence(quotes: readonly AnswerQuote[], random: () => number): readonly Evidence[] {
  const ids = new Set<string>();
  const draw = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
  return quotes.slice(0, MAX_EVIDENCE).map((quote) => {
    let id = `k${draw()}${draw()}`;
    while (ids.has(id)) id = `k${draw()}${draw()}`;
    ids.add(id);
    return { id, quote };
  });
}

/** The evidence as a model reads it: one JSON array, in which no article can forge an end. */
export function describeEvidence(evidence: readonly Evidence[]): string {
  return JSON.stringify(
    evidence.map(({ id, quote }) => ({
      id,
      speaker: quote.speaker === null ? 'not named' : speakerLabel(quote.speaker),
      stance: quote.stance,
      saidOn: quote.saidOn?.to ?? null,
      outlet: quote.article.outlet,
      text: quote.content.text,
    })),
  );
}
