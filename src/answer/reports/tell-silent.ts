import type { Article } from '../../records/article.ts';
import type { Report, ReportQuestion } from '../../records/report.ts';
import { findSilent, noteSilent } from './find-silent.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';

/** Articles that are read for one report. */
const MAX_ARTICLES = 40;

/** Who was asked or accused on a topic and has no reply on record, with the sentence that says so. */
export async function tellSilent(question: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { words } = deps;
  const { quotes, total } = await gatherDated(question, deps);
  const ids = [...new Set(quotes.toReversed().map(({ article }) => article.id))];
  const articles: Article[] = [];
  for (const id of ids.slice(0, MAX_ARTICLES)) {
    const article = await deps.store.findArticle(deps.workspace, id);
    if (article !== null) articles.push(article);
  }
  const entries = findSilent(articles, quotes).map((found) => noteSilent(found, words));
  return {
    title: words.reports.silent(question.topic),
    filters: tellFilters(question, 'topic', words),
    told: [
      total === 0
        ? words.answers.nothingFits(question.topic, false)
        : words.reports.silentTold(entries.length, articles.length),
    ],
    parts: entries.length === 0 ? [] : [{ heading: null, entries }],
    notShown: 0,
  };
}
