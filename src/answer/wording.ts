import { speakerLabel, type Stance } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { dayInWords } from './days.ts';

/** What a speaker of this stance did, before the colon and their words. */
export const VERBS: Readonly<Record<Stance, string>> = {
  denied: 'denied it',
  disputed: 'disputed it',
  declined: 'would not confirm it',
  confirmed: 'confirmed it',
  claimed: 'said',
  warned: 'warned',
  condemned: 'condemned it',
  urged: 'urged',
  promised: 'promised',
};

/** Statements of a stance, counted: "2 denials", "1 statement". */
const NOUNS: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  denied: ['denial', 'denials'],
  disputed: ['dispute', 'disputes'],
  declined: ['refusal to confirm', 'refusals to confirm'],
  confirmed: ['confirmation', 'confirmations'],
  claimed: ['other statement', 'other statements'],
  warned: ['warning', 'warnings'],
  condemned: ['condemnation', 'condemnations'],
  urged: ['appeal', 'appeals'],
  promised: ['promise', 'promises'],
};

export function countStance(count: number, stance: Stance): string {
  const [one, many] = NOUNS[stance];
  return `${count} ${count === 1 ? one : many}`;
}

/** Statements of a stance as the heading of their list: "Denials". */
export function nameStance(stance: Stance): string {
  return capitalise(NOUNS[stance][1]);
}

/** "1 article", "2 articles". */
export function countThings(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const DETERMINER =
  /^(?:an?|the|one|two|three|four|some|several|many|unnamed|unidentified|officials|sources)\b/i;

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A source without a name by its description: "A senior official, unnamed". */
function describeUnnamed(description: string): string {
  const [head = ''] = description.split(
    / (?:of|from|in|at|with|on|for|to|who|close|familiar|near|inside)\b|,/,
  );
  const plural = /(?:people|[^s]s)$/i.test(head.trim());
  const article = DETERMINER.test(description) || plural ? '' : /^[aeiou]/i.test(description) ? 'An ' : 'A ';
  return `${article === '' ? capitalise(description) : article + description}, unnamed,`;
}

/** The speaker as a sentence begins with them: name and role, or the description of an unnamed source. */
export function describeSpeaker({ speaker }: Pick<StoredQuote, 'speaker'>): string {
  if (speaker === null) return 'A source that the article does not name';
  if (speaker.anonymous) return describeUnnamed(speakerLabel(speaker));
  const role = speaker.name !== null && speaker.role !== null ? ` (${speaker.role})` : '';
  return `${capitalise(speakerLabel(speaker))}${role}`;
}

/** When and through whom a statement came: " on 9 September 2024, via X", " (reported on 10 September 2024)". */
export function describeOccasion({ saidOn, via, article }: StoredQuote): string {
  const through = via === null ? '' : `, via ${via.name}`;
  if (saidOn !== null) {
    const range =
      saidOn.from === saidOn.to
        ? `on ${dayInWords(saidOn.to)}`
        : `between ${dayInWords(saidOn.from)} and ${dayInWords(saidOn.to)}`;
    return ` ${range}${through}`;
  }
  const reported = article.publishedAt === null ? '' : ` (reported on ${dayInWords(article.publishedAt)})`;
  return `${reported}${through}`;
}
