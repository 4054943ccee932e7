import { existsSync } from 'node:fs';
import type { Quote } from '../../../src/records/quote.ts';
import { readAnnotated, type AnnotatedArticle } from '../learn/annotated.ts';
import { readForLearning } from '../learn/annotated-sentences.ts';
import { countWeights, learnWeights } from '../learn/learn-weights.ts';
import { countInexact, extractFrom, predictionOf, type Prediction } from './prediction.ts';
import { loadFloor, loadScorer, sharedFile } from './shared-data.ts';
import { measureSpeed } from './speed.ts';
import { CHALLENGE, GUM, POLNEAR, sayTable, type Row } from './table.ts';

const SETS: readonly { readonly file: string; readonly note: string; readonly rows: readonly Row[] }[] = [
  {
    file: 'polnear-dev.jsonl',
    note: 'our weights are learned on these very articles: --cross tells what they are worth on others',
    rows: POLNEAR,
  },
  { file: 'gum-news-dev.jsonl', note: 'nothing is learned from it', rows: GUM },
  { file: 'challenge-dev.jsonl', note: 'nothing is learned from it', rows: CHALLENGE },
];

/** Whether this clone has the annotated articles beside it. */
export function hasSharedData(): boolean {
  return ['score.mjs', 'baseline.mjs', ...SETS.map(({ file }) => file)].every((name) =>
    existsSync(sharedFile(name)),
  );
}

/** Prints our figures on the annotated articles, with the floor and the goals beside them. */
export async function measureShared(): Promise<void> {
  const score = await loadScorer();
  const floor = await loadFloor();
  let inexact = 0;
  for (const { file, note, rows } of SETS) {
    const articles = readAnnotated(sharedFile(file));
    const found = articles.map((article) => ({ article, quotes: extractFrom(article) }));
    inexact += found.reduce((sum, { article, quotes }) => sum + countInexact(article.text, quotes), 0);
    const ours = found.map(({ article, quotes }) => predictionOf(article.id, quotes));
    const lowest = articles.map(({ id, text }) => ({ id, quotes: floor(text) }));
    const columns = [
      { name: 'ours', scores: score(articles, ours) },
      { name: 'floor', scores: score(articles, lowest) },
    ];
    console.log(sayTable(`${file}, ${articles.length} articles (${note})`, rows, columns));
  }
  console.log(`Spans that are not the article's exact slice: ${inexact} (goal 0)\n`);
}

/** Prints how fast the whole extractor is, against bare wink-nlp reading the same texts. */
export function measureSharedSpeed(): void {
  const texts = readAnnotated(sharedFile('polnear-dev.jsonl')).map(({ text }) => text);
  const extract = (text: string): readonly Quote[] => extractFrom({ id: '', text, quotes: [] });
  const { ours, bare } = measureSpeed(texts, extract);
  const ratio = (bare / ours).toFixed(2);
  console.log(
    `Speed: ${ratio} × bare wink-nlp (goal 0.5 ×): ${ours.toFixed(1)} s against ${bare.toFixed(1)} s\n`,
  );
}

const FOLDS = 3;

/** Prints the figures on articles that nothing was learned from: weights of two thirds, scored on the other third. */
export async function measureAcross(): Promise<void> {
  const score = await loadScorer();
  const articles = readAnnotated(sharedFile('polnear-dev.jsonl'));
  const read = articles.map(readForLearning);
  const found: Prediction[] = [];
  const counts: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    counts.push(countWeights(learnWeights(read.filter((_, index) => index % FOLDS !== fold))));
    const left = articles.filter((_, index) => index % FOLDS === fold);
    found.push(...left.map((article: AnnotatedArticle) => predictionOf(article.id, extractFrom(article))));
  }
  const heading = `polnear-dev.jsonl, cross-validated in ${FOLDS} folds (${counts.join(', ')} weights)`;
  console.log(sayTable(heading, POLNEAR, [{ name: 'ours', scores: score(articles, found) }]));
}
