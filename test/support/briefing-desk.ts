import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import type { LanguageModel } from '../../src/llm/language-model.ts';
import type { BriefingSummaryDeps } from '../../src/briefing/summarise-news.ts';
import { createCompose } from '../../src/briefing/compose-briefing.ts';
import type { Briefing, BriefingPeriod, ComposedBriefing } from '../../src/records/briefing.ts';
import { quotesOfReport } from '../../src/records/report.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SavedArticle, Store } from '../../src/store/store.ts';
import { composeArticle, type ArticleSketch } from './store-articles.ts';

type Told = ArticleSketch & { readonly quiet?: boolean; readonly url?: string };
type Asked = Partial<Pick<Briefing, 'name' | 'length'>> & { readonly wanted?: Partial<Briefing['wanted']> };

type Means = Partial<BriefingSummaryDeps> & { readonly withoutModel?: boolean };

/** A newsroom with a clock that a test sets, and one briefing that is composed and told as a runner would. */
export interface BriefingDesk {
  readonly store: Store;
  /** Sets the clock. */
  at(instant: string): void;
  save(article: Told): Promise<SavedArticle>;
  /** Composes for what came since the last one that was delivered; nothing of it is noted. */
  compose(changes?: Partial<BriefingPeriod>, means?: Means): Promise<ComposedBriefing>;
  /** Composes, and notes it as delivered. */
  deliver(changes?: Partial<BriefingPeriod>): Promise<ComposedBriefing>;
  close(): Promise<void>;
}

const WORKSPACE = 'desk';
const TELLER = 'b_morning';

export async function openDesk(
  start: string,
  { name = 'Harbour brief', length = 'medium', wanted = {} }: Asked = {},
  model: LanguageModel | null = null,
): Promise<BriefingDesk> {
  let now = start;
  const store = await openStore(':memory:', { now: () => new Date(now) });
  let [after, since] = [0, start];
  const briefing = {
    id: TELLER,
    name,
    length,
    wanted: { topics: [], stances: [], speakers: [], outlets: [], ...wanted },
    language: 'en' as const,
    timetable: { zone: 'Europe/Oslo' },
  };
  const compose = async (
    changes: Partial<BriefingPeriod> = {},
    { withoutModel = false, ...means }: Means = {},
  ): Promise<ComposedBriefing> => {
    const upTo = await store.measureRecord(WORKSPACE);
    const period = { after, upTo, since, until: now, caughtUpFrom: null, ...changes };
    return createCompose({ store, model, ...means })(WORKSPACE, briefing, period, { withoutModel });
  };
  return {
    store,
    at(instant) {
      now = instant;
    },
    save({ quiet = false, url = null, ...sketch }) {
      const { article, quotes } = composeArticle(sketch);
      const draft = { ...article, url, quiet, sketch: sketchOf(article.text) };
      return store.saveArticle(WORKSPACE, draft, quotes);
    },
    compose,
    async deliver(changes) {
      const composed = await compose(changes);
      await store.noteTold(WORKSPACE, TELLER, composed.told);
      await store.noteCorrected(WORKSPACE, TELLER, composed.corrected);
      [after, since] = [await store.measureRecord(WORKSPACE), now];
      return composed;
    },
    close: () => store.close(),
  };
}

/** The words a briefing shows, in order, each with what is noted of it. */
export function wordsOf({ report }: Pick<ComposedBriefing, 'report'>): readonly string[] {
  return quotesOfReport(report).map(({ content }) => content.text);
}
