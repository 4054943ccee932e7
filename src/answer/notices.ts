import type { SummaryFailure } from './summary.ts';

/** Why a reader sees the digest although a model is configured. */
const REASONS: Readonly<Record<SummaryFailure, string>> = {
  late: 'the language model did not answer in time',
  error: 'the language model gave an error',
  unusable: "the language model's reply could not be read",
  unbacked: "the language model's text could not be backed by the quotes",
  abstained: 'the language model gave no summary',
  spent: "today's budget for the language model is spent",
};

export function tellFailure(failure: SummaryFailure): string {
  return `This is a digest, written without a model: ${REASONS[failure]}.`;
}

export const SHORTENED = "Part of the language model's summary is left out: the quotes do not back it.";
