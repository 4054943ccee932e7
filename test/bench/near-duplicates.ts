import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { containment, COPY } from '../../src/records/sketch.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeTexts } from '../support/copies.ts';

/**
 * How many copies are found, and how many unrelated pairs are taken for copies: over invented texts, and over the body
 * texts of ../shared where it is there. `npm run bench:near-duplicates -- [TEXTS]`: 1,000 unless told otherwise.
 * Copies are looked for in a store that holds every original, as in ingesting.
 */
const [count = '1000'] = process.argv.slice(2);
const maker = makeTexts(11);

const KINDS: readonly (readonly [name: string, copy: (text: string) => string])[] = [
  ['cut to 30 %', (text) => maker.cut(text, 0.3)],
  ['10 % of words edited', (text) => maker.edit(text, 0.1)],
  ['agency line added', (text) => maker.credit(text)],
  ['cut to 30 %, agency line added', (text) => maker.credit(maker.cut(text, 0.3))],
  ['all three at once', (text) => maker.credit(maker.edit(maker.cut(text, 0.3), 0.1))],
];

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

async function measure(name: string, texts: readonly string[]): Promise<void> {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  console.log(`\n${name}: ${texts.length} texts, ${Math.round(words / texts.length)} words on average`);
  const start = performance.now();
  const sketches = texts.map(sketchOf);
  console.log(`  ${((performance.now() - start) / texts.length).toFixed(3)} ms a sketch`);
  reportFalse(sketches);
  for (const [kind, copy] of KINDS) await reportFound(kind, texts, copy);
}

function reportFalse(sketches: readonly (readonly number[])[]): void {
  let pairs = 0;
  let taken = 0;
  sketches.forEach((one, index) => {
    for (const other of sketches.slice(index + 1)) {
      pairs += 1;
      if (containment(one, other) >= COPY) taken += 1;
    }
  });
  console.log(`  unrelated pairs taken for copies: ${taken} of ${pairs} (${percent(taken, pairs)})`);
}

async function reportFound(
  kind: string,
  texts: readonly string[],
  copy: (text: string) => string,
): Promise<void> {
  const store = await openStore(':memory:', { now: () => new Date() });
  const save = async (text: string, id: string) => {
    const bare = {
      title: null,
      byline: null,
      publishedAt: null,
      modifiedAt: null,
      language: null,
      url: null,
    };
    const article = { ...bare, outlet: id, text, contentHash: id, sketch: sketchOf(text) };
    return store.saveArticle('bench', article, []);
  };
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) ids.push((await save(text, `original ${index}`)).articleId);
  let found = 0;
  const start = performance.now();
  for (const [index, text] of texts.entries()) {
    const { copyOf } = await save(copy(text), `copy ${index}`);
    if (copyOf === ids[index]) found += 1;
  }
  const each = (performance.now() - start) / texts.length;
  console.log(
    `  ${kind.padEnd(32)} ${String(found).padStart(5)} of ${texts.length} found (${percent(found, texts.length)}), ${each.toFixed(2)} ms a document, storing included`,
  );
  await store.close();
}

const lengths = [150, 300, 450, 600, 900, 1500, 3000];
const invented = Array.from({ length: Number(count) }, (_, index) =>
  maker.article(lengths[index % lengths.length] ?? 600),
);
await measure('Invented texts', invented);

const truth = join(process.env['ONRECORD_SHARED'] ?? '../shared', 'ingest/zyte/ground-truth.json');
if (existsSync(truth)) {
  const pages: Record<string, { articleBody?: string }> = JSON.parse(readFileSync(truth, 'utf8'));
  const bodies = Object.values(pages).map(({ articleBody = '' }) => articleBody);
  await measure('The body texts of 181 news pages', bodies);
} else {
  console.log('\n../shared is not there: no figures over real texts.');
}
