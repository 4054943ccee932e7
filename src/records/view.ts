import type { Answer, AnswerQuote } from './answer.ts';
import type { Article } from './article.ts';
import type { ComposedBriefing, Picture } from './briefing.ts';
import type { OfferedForm } from './form.ts';
import type { Language } from './language.ts';
import type { Stance } from './quote.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';

/** What became of one ingested text. */
export interface IngestOutcome {
  readonly articleId: string;
  readonly status: 'stored' | 'duplicate' | 'near-duplicate' | 'revised';
  readonly title: string | null;
  readonly quotes: number;
  /** The article's language (BCP 47), where the grammar extractor does not read it. */
  readonly unread?: string | undefined;
  /** Of a near-duplicate: the id of the article it was linked with. */
  readonly copyOf?: string | undefined;
  /** Of a revision: the id of the newest one before it came. */
  readonly revisionOf?: string | undefined;
  /** Why quotes are missing or may not be all, in one sentence; absent where there is nothing to tell. */
  readonly notice?: string | undefined;
}

/** The passage a quote stands in: the slice of the article at `span`, which holds the quote. */
export interface SourcePassage {
  readonly quote: AnswerQuote;
  readonly article: Article;
  readonly span: Span;
}

/** One entry of a listing: its name, and facts about it, each a short sentence or figure. */
export interface ListedItem {
  readonly name: string;
  readonly facts: readonly string[];
}

/** Things on file or settings, told one by one: articles, feeds, commands. */
export interface Listing {
  readonly title: string;
  readonly items: readonly ListedItem[];
  /** What is to be said besides; what to do next, where there is nothing to list. */
  readonly note: string | null;
}

/** The part of an answer that is looked at; null narrows nothing. */
export interface Narrowing {
  /** The id of a speaker's record, else the speaker's label. */
  readonly speaker: string | null;
  readonly stance: Stance | null;
}

/** What is done once it is confirmed. */
export type ConfirmedTask =
  | { readonly kind: 'forget-article'; readonly articleId: string }
  | { readonly kind: 'delete-briefing'; readonly briefingId: string; readonly name: string };

/** Something that can't be undone: told first, and done when the person says so once more. */
export interface Confirmation {
  readonly title: string;
  /** What is going to be done, in sentences. */
  readonly told: readonly string[];
  /** What stands on the button that does it: Forget it. */
  readonly label: string;
  /** The command line that does it, where there are no buttons. */
  readonly line: string;
  readonly task: ConfirmedTask;
}

/** A briefing as it is posted, or as it would be. */
export interface BriefingPost {
  readonly name: string;
  /** An IANA name: what its times are told in. */
  readonly zone: string;
  /** The instant it was due; ISO 8601 in UTC. */
  readonly slot: string;
  readonly composed: ComposedBriefing;
  /** What it is told in; that of whoever looks at it where it is absent. */
  readonly language?: Language | undefined;
  readonly mentionRole: { readonly id: string } | null;
  /** Of a preview: the next instants at which it runs. Null for what is posted. */
  readonly next: readonly string[] | null;
}

/** A file that is handed out, with a sentence on what it is. */
interface TextFile {
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
  readonly text: string;
  readonly note: string;
}

/**
 * What a command gives back. It says what to show, not how: `src/view` turns it into a Discord payload or
 * terminal text, and states every limit and all escaping once.
 */
export type View =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly narrowing?: Narrowing | undefined }
  | { readonly kind: 'report'; readonly report: Report; readonly picture?: Picture | null | undefined }
  | { readonly kind: 'briefing'; readonly post: BriefingPost }
  | { readonly kind: 'passage'; readonly passage: SourcePassage }
  | { readonly kind: 'listing'; readonly listing: Listing; readonly form?: OfferedForm | undefined }
  | { readonly kind: 'confirmation'; readonly confirmation: Confirmation }
  | { readonly kind: 'ingested'; readonly outcomes: readonly IngestOutcome[] }
  | { readonly kind: 'file'; readonly file: TextFile }
  | { readonly kind: 'problem'; readonly message: string; readonly form?: OfferedForm | undefined };
