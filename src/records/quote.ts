import type { Passage, Span } from './span.ts';

export const KINDS = ['direct', 'mixed', 'indirect'] as const;
/** `direct`: all inside quotation marks; `mixed`: partly; `indirect`: reported speech. */
export type Kind = (typeof KINDS)[number];

export const STANCES = [
  'denied',
  'disputed',
  'declined',
  'confirmed',
  'claimed',
  'warned',
  'condemned',
  'urged',
  'promised',
] as const;
/** The speaker's move toward what is reported, in the order in which answers show them. */
export type Stance = (typeof STANCES)[number];

/** The person, body or unnamed source a statement is attributed to. */
export interface Speaker {
  /** Where this quote's sentence mentions the speaker, be it a name, a role or a pronoun. */
  readonly mention: Span;
  /** The slice at `mention`. */
  readonly text: string;
  /** The fullest name the article gives; null for unnamed sources and for documents without a name. */
  readonly name: string | null;
  /** Role as written ("Kremlin spokesman"); for an unnamed source the description it is known by. */
  readonly role: string | null;
  readonly affiliation: string | null;
  /** An unnamed source. It is never given a name. */
  readonly anonymous: boolean;
}

/** The day or range something was said, both ends included, as `YYYY-MM-DD`; `span` is the expression that says so. */
export interface SaidOn {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** The outlet or channel a statement reached the article through. */
export interface Via {
  readonly name: string;
  readonly span: Span;
}

/** One attributed statement in one article. */
export interface Quote {
  readonly kind: Kind;
  readonly content: Passage;
  readonly speaker: Speaker | null;
  readonly cue: Passage;
  readonly stance: Stance;
  readonly saidOn: SaidOn | null;
  readonly via: Via | null;
  /** What a denial, dispute, refusal or confirmation answers, where the article says it: "the reports" → the report. */
  readonly answers: Passage | null;
  readonly extractor: 'grammar' | 'model';
}

/** How a speaker is called where a reader sees it: the name, else the description, else the words of the mention. */
export function speakerLabel(speaker: Speaker): string {
  return speaker.name ?? speaker.role ?? speaker.text;
}

/** Stances whose cue says what the speaker did and whose content, alone, may say the opposite or next to nothing. */
const ANSWERING: ReadonlySet<Stance> = new Set(['denied', 'disputed', 'declined']);
const WORD_AT_END = /[\p{L}\p{N}]$/u;
const WORD_AT_START = /^[\p{L}\p{N}]/u;

/**
 * The words a reader is shown. That is the content; of a refusal or denial that the article reports, the cue with it
 * where the two are one stretch of the article: "declined to comment", not "to comment".
 */
export function shownWords({
  kind,
  stance,
  cue,
  content,
}: Pick<Quote, 'kind' | 'stance' | 'cue' | 'content'>): string {
  const end = cue.spans.at(-1)?.[1];
  const start = content.spans[0]?.[0];
  const sideBySide = end !== undefined && start === end + 1 && cue.spans.length === 1;
  const words = WORD_AT_END.test(cue.text) && WORD_AT_START.test(content.text);
  return kind === 'indirect' && ANSWERING.has(stance) && sideBySide && words
    ? `${cue.text} ${content.text}`
    : content.text;
}
