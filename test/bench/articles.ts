/**
 * Prints how well and how fast web pages are read: on test/corpus, and on the pages beside the repository, where there
 * are any. The processor's time is told as a ratio to bare Readability on linkedom over the same pages in the
 * same run.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readAnyArticle } from '../../src/article/documents/read-any-article.ts';
import { readPage } from '../../src/article/page/read-page.ts';
import { InputError } from '../../src/errors.ts';
import { faultsOf, readCase, readPageCorpus } from '../support/page-corpus.ts';
import {
  hasSharedPages,
  readSharedPages,
  scorerFile,
  scoreTexts,
  type SharedPage,
} from './articles/shared-pages.ts';

await measureCorpus();
if (hasSharedPages()) {
  const pages = readSharedPages();
  await measureShared(pages);
  measureSpeed(pages);
} else {
  console.log(`There are no pages at ${scorerFile()}: the cases of test/corpus are all that is measured.`);
}

async function measureCorpus(): Promise<void> {
  const cases = readPageCorpus(new URL('../corpus/pages', import.meta.url).pathname);
  const readings = await Promise.all(cases.map(async (entry) => faultsOf(entry, await readCase(entry))));
  const faultless = readings.filter((faults) => faults.length === 0).length;
  console.log(`test/corpus/pages: ${faultless} of ${cases.length} without fault`);
}

/** The day in an address, /2024/09/10/ or /2024/sep/10/: right but for the time zone. */
function dayInAddress(url: string): number | null {
  const found = /\/(20\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=\D)/u.exec(url);
  const day = found === null ? Number.NaN : Date.parse(`${found[2]} ${found[3]} ${found[1]} UTC`);
  return Number.isNaN(day) ? null : day;
}

async function measureShared(pages: readonly SharedPage[]): Promise<void> {
  const texts = new Map<string, string>();
  const days = { known: 0, right: 0, wrong: 0 };
  let refused = 0;
  for (const { id, url, bytes } of pages) {
    try {
      // Without its address, so that the day must come from the page.
      const { text, publishedAt } = await readAnyArticle({ bytes, fileName: 'page.html', overrides: {} });
      texts.set(id, text);
      const day = dayInAddress(url);
      if (day === null) continue;
      days.known += 1;
      if (publishedAt === null) continue;
      const isRight = Math.abs(Date.parse(publishedAt.slice(0, 10)) - day) <= 86_400_000;
      days[isRight ? 'right' : 'wrong'] += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused += 1;
    }
  }
  console.log(`shared pages: ${scoreTexts(texts)}  refused ${refused}  (goal: F1 .975)`);
  console.log(`  days, where the address has one: ${days.right} of ${days.known} right, ${days.wrong} wrong`);
}

/** Processor time in milliseconds, which other programs do not lengthen. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measureSpeed(pages: readonly SharedPage[]): void {
  const decoder = new TextDecoder();
  const sources = pages.map(({ bytes }) => decoder.decode(bytes));
  // The first round warms up; each reads all pages in a row, so that what it leaves to be collected is its own.
  const measure = (read: (html: string) => unknown): number => {
    const times = [0, 1].map(() => {
      const start = worked();
      for (const html of sources) read(html);
      return worked() - start;
    });
    return times.at(-1) ?? Number.NaN;
  };
  const ours = measure((html) => readPage(html, null));
  const bare = measure(readBare);
  const each = (time: number): string => (time / pages.length).toFixed(1);
  const ratio = (ours / bare).toFixed(2);
  console.log(`  ms a page: ${each(ours)}; bare Readability ${each(bare)}; ratio ${ratio}  (goal: 1.3)`);
}

function readBare(html: string): void {
  const { document } = parseHTML(html);
  const options = { keepClasses: false, disableJSONLD: false, charThreshold: 500 };
  new Readability(document, { ...options, serializer: () => null }).parse();
}
