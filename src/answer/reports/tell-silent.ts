import type { Article } from '../../records/article.ts';
import type { Report, ReportQuestion } from '../../records/report.ts';
import { findSilent } from './find-silent.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';

/** Articles that are read for one report. */
const MAX_ARTICLES = 40;

/** Who was asked or accused on a topic and has no reply on record, with the sentence that says so. */
export async function tellSilent(question: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total } = await gatherDated(question, deps);
  const ids = [...new Set(quotes.toReversed().map(({ article }) => article.id))];
  const articles: Article[] = [];
  for (const id of ids.slice(0, MAX_ARTICLES)) {
    const article = await deps.store.findArticle(deps.workspace, id);
    if (article !== null) articles.push(article);
  }
  const entries = findSilent(articles, quotes);
  const read = `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`;
  return {
    title: `Silent on “${question.topic}”`,
    filters: tellFilters(question, 'topic'),
    told: [
      total === 0
        ? `Nothing on file fits the topic “${question.topic}”.`
        : entries.length === 0
          ? `The ${read} with quotes on this name nobody who was asked or accused and has no reply on record.`
          : `${entries.length} asked or accused in ${read} with quotes on this, without a reply on record there.`,
    ],
    parts: entries.length === 0 ? [] : [{ heading: null, entries }],
    notShown: 0,
  };
}
