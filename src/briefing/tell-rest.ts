import type { When } from './news-question.ts';

/** What is left out of one topic, counted. */
export interface Rest {
  readonly topic: string;
  readonly count: number;
}

const MAX_LINES = 3;

/** Where what is left out is to be seen. */
export function tellWhere(rests: readonly Rest[], when: When): string {
  const days = when.kind === 'days' ? ` since:${when.since} until:${when.until}` : '';
  const lines = rests
    .filter(({ topic, count }) => topic !== '' && count > 0)
    .slice(0, MAX_LINES)
    .map(({ topic }) => `/who-said ${topic}${days}`);
  return lines.length === 0 ? '/who-said and a topic, or /position and a name' : lines.join('; ');
}
