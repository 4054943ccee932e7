import type { z } from 'zod';
import type { Article } from '../src/records/article.ts';
import type { ModelRun } from '../src/records/model-run.ts';
import type { Picture, Place } from '../src/records/briefing.ts';
import type { Settings } from '../src/records/settings.ts';
import type { Quote } from '../src/records/quote.ts';
import type { StoredQuote } from '../src/records/search.ts';
import type { Answer, Question } from '../src/records/answer.ts';
import type { Report, ReportName, ReportQuestion } from '../src/records/report.ts';
import type { IngestOutcome, SourcePassage, View } from '../src/records/view.ts';
import type { BriefingDeps } from './briefing-deps.ts';
import type { Listed } from './suggest-in-list.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { FeedDeps } from './feed-deps.ts';
import type { ArticleList, CorpusSize, Forgetting, SpeakerSuggestion } from '../src/store/store.ts';

/** What a person hands in to be stored: pasted text, a file's name and bytes, or the address of a page. */
export interface Submission {
  /** Null where it is to be fetched from `url`. */
  readonly bytes: Uint8Array | null;
  /** Tells the format where there is one (`note.md`); null for pasted text. */
  readonly fileName: string | null;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
}

/** Which one it is, of several that are handed in together; counted from 1. */
export interface Among {
  readonly nth: number;
  readonly total: number;
}

/** An article with the quotes found in it. */
interface FoundArticle {
  readonly article: Article;
  readonly quotes: readonly StoredQuote[];
  /** Why quotes may be missing, in one sentence; null where nothing went wrong. */
  readonly problem: string | null;
}

/** Somebody who calls a command: how they are told what is being done, and what their workspace has decided. */
export interface Caller {
  readonly tell?: ((line: string) => void) | undefined;
  readonly settings?: Settings | undefined;
  /** Where on Discord; absent elsewhere. */
  readonly place?: Place | undefined;
  /** Reads a forum of the server; absent elsewhere. */
  readonly findForum?: BriefingDeps['findForum'] | undefined;
  /** Whether they may use what is for managers. */
  readonly isManager?: boolean | undefined;
  /** Whether they administer the server. */
  readonly isAdministrator?: boolean | undefined;
  /** How the connection stands that the command came through; absent in a terminal. */
  readonly connection?: Connection | undefined;
  /** Who asks, and whether all see what is answered; absent where nobody's topics are kept. */
  readonly asker?: { readonly userId: string; readonly isPublic: boolean } | undefined;
}

/** How a connection to Discord stands. */
export interface Connection {
  /** Milliseconds that a heartbeat took to be answered; null before the first one was. */
  readonly heartbeatMs: number | null;
  /** Milliseconds since it was made, or made anew. */
  readonly upMs: number;
}

/** What a command may do, bound to the workspace it was called in. */
export interface CommandDeps {
  ask(question: Question): Promise<Answer>;
  /** Answers a question in free words; the answer's question tells how it was understood. */
  askInWords(text: string): Promise<Answer>;
  /** Positions, timelines and the like: what is on file, in an order that tells something. No model takes part. */
  report(name: ReportName, question: ReportQuestion): Promise<Report>;
  /** A report over time as a picture; null where nobody could see one, or there is too little to look at. */
  drawTimeline(report: Report): Promise<Picture | null>;
  /** How the connection to Discord stands; null in a terminal. */
  readonly connection: Connection | null;
  /** The day it is for the reader, `YYYY-MM-DD`: what "last Monday" counts from. */
  today(): string;
  ingest(submission: Submission, among?: Among): Promise<IngestOutcome>;
  /** The quotes in what is handed in; nothing is stored. */
  extract(submission: Submission, among?: Among): Promise<readonly Quote[]>;
  findPassage(quoteId: string): Promise<SourcePassage | null>;
  suggestSpeakers(typed: string): Promise<readonly SpeakerSuggestion[]>;
  suggestOutlets(typed: string): Promise<readonly string[]>;
  /** Topics asked before, as far as the caller may know of them. */
  suggestTopics(typed: string): Promise<readonly string[]>;
  /** Quotes that fit some words, or the newest where none are typed. */
  suggestQuotes(typed: string): Promise<readonly StoredQuote[]>;
  /** The newest articles on file, all of them or those with these words in the headline. */
  listArticles(title: string | null): Promise<ArticleList>;
  findArticle(articleId: string): Promise<FoundArticle | null>;
  /** What goes with an article that is forgotten, and forgetting it for good; null where there is no such article. */
  previewForgetting(articleId: string): Promise<Forgetting | null>;
  forgetArticle(articleId: string): Promise<Forgetting | null>;
  measureCorpus(): Promise<CorpusSize>;
  readonly feeds: FeedDeps;
  readonly briefings: BriefingDeps;
  readonly watches: WatchDeps;
  /** How many articles wait to be read again. */
  countWaiting(): Promise<number>;
  /** Whether the caller administers the server, or it is theirs alone. */
  readonly isAdministrator: boolean;
  /** What the workspace has decided for itself. */
  readonly settings: Settings;
  /** Changes what is given; resolves to all settings as they are then. */
  changeSettings(changes: Partial<Settings>): Promise<Settings>;
  /** The name of the language model; null where none is set. */
  readonly model: string | null;
  /** Whether the model is left alone for a while, since it failed several times in a row. */
  isModelResting(): boolean;
  /** Tokens a workspace may spend a day; null without a limit. */
  readonly dailyTokens: number | null;
  /** The model runs from an instant on (ISO 8601 in UTC), the newest first. */
  listModelRuns(since: string): Promise<readonly ModelRun[]>;
}

/** Where an option's suggestions come from while a person types. */
export type Suggest =
  | 'speaker'
  | 'outlet'
  | 'topic'
  | 'quote'
  | 'zone'
  | 'briefing'
  | 'time'
  | 'watch'
  | Listed;

/**
 * A slash command, declared once: Discord's options, limits and choices, the terminal's completion and the help are
 * all derived from `options` (see options.ts). It holds no discord.js, no Markdown, no reply and no try/catch.
 */
export interface Command<Options extends z.ZodObject = z.ZodObject> {
  /**
   * Lower case, hyphens: Discord's own rule for names. A name of two words, `feed add`, is the subcommand `add` of
   * `/feed`; GROUPS in index.ts says what the first word stands for.
   */
  readonly name: string;
  readonly description: string;
  readonly options: Options;
  /** Options that are completed while typing. */
  readonly suggest?: Partial<Record<keyof z.input<Options> & string, Suggest>>;
  /**
   * An option too long for a line, such as an article's text. Where no file came along, nor what stands in its place,
   * Discord asks for it in a form, together with the other options that were not given.
   */
  readonly form?: keyof z.input<Options> & string;
  /** An option that makes the form needless where it was given, such as the address to fetch an article from. */
  readonly formUnless?: keyof z.input<Options> & string;
  /** Who may use it: all members, or those who manage the server. */
  readonly access: 'everyone' | 'managers';
  /** Who sees the reply. */
  readonly visibility: 'public' | 'only-you';
  /** One worked line, shown in help and run by the tests: `/who-denied missile transfer`. */
  readonly example: string;
  run(options: z.output<Options>, deps: CommandDeps): Promise<View>;
}

/** A message of Discord that somebody chose. */
export interface ChosenMessage {
  readonly text: string;
  /** Headlines of the pages it links to, as far as Discord shows them. */
  readonly titles: readonly string[];
  /** The day it was posted in the workspace's zone, `YYYY-MM-DD`. */
  readonly day: string;
}

/** An entry in the menu of every message. */
export interface MessageMenu extends Pick<Command, 'access' | 'visibility'> {
  /** As it stands in the menu, at most 32 characters. */
  readonly name: string;
  run(message: ChosenMessage, deps: CommandDeps): Promise<View>;
}
