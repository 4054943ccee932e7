import type { Words } from '../words/words.ts';
import type { When } from './news-question.ts';

/** What is left out of one topic, counted. */
export interface Rest {
  readonly topic: string;
  readonly count: number;
}

const MAX_LINES = 3;

/** Where what is left out is to be seen. */
export function tellWhere(rests: readonly Rest[], when: When, { briefings }: Words): string {
  const days = when.kind === 'days' ? ` since:${when.since} until:${when.until}` : '';
  const lines = rests
    .filter(({ topic, count }) => topic !== '' && count > 0)
    .slice(0, MAX_LINES)
    .map(({ topic }) => `/who-said ${topic}${days}`);
  return lines.length === 0 ? briefings.askSomething : lines.join('; ');
}
