import type { AnswerQuote } from '../records/answer.ts';

/** A quote as it is put before a model: under an id of this one request, which no article can know. */
export interface Evidence {
  readonly id: string;
  readonly quote: AnswerQuote;
}

const BASE32 = 'abcdefghjkmnpqrstuvwxyz23456789x';

/** Ids for `count` quotes, `k` and two letters or digits, all different. `random` gives numbers in [0, 1). */
export function requestIds(count: number, random: () => number): readonly string[] {
  const ids = new Set<string>();
  const pick = () => BASE32.charAt(Math.floor(random() * 31));
  while (ids.size < Math.min(count, 900)) ids.add(`k${pick()}${pick()}`);
  return [...ids];
}
