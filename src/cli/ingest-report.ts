import { extname } from 'node:path';
import type { ItemOutcome } from '../ingest/ingest-many.ts';
import type { IngestOutcome } from '../records/view.ts';
import { neutraliseLine } from '../view/neutral.ts';
import { sayOutcome } from '../view/wording.ts';
import { wordsIn } from '../words/words.ts';
import type { IngestItem } from './ingest-items.ts';
import { isWebAddress } from './read-input.ts';
import { describeError } from './report-error.ts';
import { worstOf, type Shell } from './verb.ts';

/** Tells what becomes of each item, and of all of them in the end. */
export interface IngestReport {
  readonly tell: (result: ItemOutcome<IngestItem>) => Promise<void>;
  /** A file of a folder that was passed over. */
  readonly passOver: (path: string) => void;
  readonly summarise: () => Promise<void>;
  /** A failure's before bad input's. */
  readonly exitCode: () => number;
}

export interface ReportOptions {
  readonly shell: Shell;
  readonly isJson: boolean;
  /** Whether what went well is left to the summary. */
  readonly isQuiet: boolean;
  /** Whether a word names several articles: then each is told with its file, and all of them are summed up. */
  readonly isMany: boolean;
}

export function createReport({ shell, isJson, isQuiet, isMany }: ReportOptions): IngestReport {
  const tally: Tally = { statuses: new Map(), quotes: 0, failed: 0, others: new Map() };
  const exitCodes = new Set<number>();
  return {
    async tell({ item, ...result }) {
      const place = isMany ? sayPlace(item) : '';
      if ('error' in result) {
        const { message, exitCode, bug } = describeError(result.error);
        exitCodes.add(exitCode);
        tally.failed += 1;
        shell.warn(`${place}${message}`);
        if (bug !== null) shell.log.debug('a bug', bug);
        return;
      }
      const { outcome } = result;
      add(tally.statuses, outcome.status);
      if (outcome.status !== 'duplicate') tally.quotes += outcome.quotes;
      if (isJson) await shell.print(`${JSON.stringify(outcomeJson(item, outcome))}\n`);
      else if (!isQuiet) await shell.print(`${place}${sayOutcome(outcome, wordsIn('en'))}\n`);
    },
    passOver: (path) => add(tally.others, extname(path).toLowerCase() || 'no extension'),
    async summarise() {
      if (!isMany) return;
      const summary = saySummary(tally);
      if (isJson) shell.warn(summary);
      else await shell.print(`${summary}\n`);
    },
    exitCode: () => worstOf(exitCodes),
  };
}

interface Tally {
  readonly statuses: Map<IngestOutcome['status'], number>;
  /** Of the articles that were stored in this run. */
  quotes: number;
  failed: number;
  /** How many files of each unknown extension were passed over. */
  readonly others: Map<string, number>;
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sayPlace({ file, line }: IngestItem): string {
  if (file === null) return 'standard input: ';
  return `${neutraliseLine(file)}${line === undefined ? '' : `, line ${line}`}: `;
}

function outcomeJson(
  { file, line }: IngestItem,
  { articleId, status, quotes, copyOf, revisionOf, notice }: IngestOutcome,
) {
  return {
    ...(file === null ? {} : isWebAddress(file) ? { url: file } : { file }),
    ...(line === undefined ? {} : { line }),
    articleId,
    status,
    quotes,
    copyOf,
    revisionOf,
    notice,
  };
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** 9 articles stored with 31 quotes; 3 stored before; 1 not stored, as told above; 2 files of other formats passed over. */
function saySummary({ statuses, quotes, failed, others }: Tally): string {
  const known = statuses.get('duplicate') ?? 0;
  const fresh = [...statuses.values()].reduce((sum, number) => sum + number, 0) - known;
  const passedOver = [...others.values()].reduce((sum, number) => sum + number, 0);
  const formats = [...others].toSorted((left, right) => right[1] - left[1]).slice(0, 5);
  return [
    fresh === 0
      ? 'Nothing new was stored'
      : `${count(fresh, 'article', 'articles')} stored with ${count(quotes, 'quote', 'quotes')}`,
    ...(known === 0 ? [] : [`${known.toLocaleString('en')} stored before`]),
    ...(failed === 0 ? [] : [`${failed.toLocaleString('en')} not stored, as told above`]),
    ...(passedOver === 0
      ? []
      : [
          `${count(passedOver, 'file', 'files')} of other formats passed over (${formats.map(([extension, number]) => `${neutraliseLine(extension)} ${number}`).join(', ')})`,
        ]),
  ]
    .join('; ')
    .concat('.');
}
