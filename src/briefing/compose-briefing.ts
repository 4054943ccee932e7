import type { Briefing, BriefingPeriod, ComposedBriefing, Picture } from '../records/briefing.ts';
import type { Stance } from '../records/quote.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { composeNews, newsShownIn, toldIn } from './compose-news.ts';
import { summariseNews, type BriefingSummaryDeps } from './summarise-news.ts';
import { tellPeriod } from './tell-period.ts';

/** What a briefing's content needs to know of it. */
type Asked = Pick<Briefing, 'id' | 'name' | 'wanted' | 'length' | 'language'> & {
  readonly timetable: Pick<Briefing['timetable'], 'zone'>;
};

/** Says what is new in a period; `withoutModel` after a try that did not end. Rejects for what may be tried again. */
export type Compose = (
  workspace: string,
  briefing: Asked,
  period: BriefingPeriod,
  options: { readonly withoutModel: boolean },
) => Promise<ComposedBriefing>;

/** Draws what a briefing shows, by the stances of its statements; null where there is nothing to look at. */
export type Draw = (stances: readonly Stance[], words: Words) => Promise<Picture | null>;

/**
 * What a model does wrong costs the summary alone. Composing throws what the store throws, and InputError for a topic that
 * can't be searched.
 */
export function createCompose(
  deps: Omit<BriefingSummaryDeps, 'workspace'>,
  draw: Draw = async () => null,
): Compose {
  return async (workspace, { id, name, wanted, length, language, timetable }, period, { withoutModel }) => {
    const words = wordsIn(language);
    const news = await composeNews(
      {
        title: name,
        wanted,
        when: { kind: 'recorded', period },
        period: tellPeriod(period, timetable.zone, words),
        length,
        teller: id,
      },
      { workspace, store: deps.store, words },
    );
    const { topics } = wanted;
    const { since, until } = period;
    const quotes = newsShownIn(news);
    const isLeftOut = withoutModel && deps.model !== null && quotes.length > 0;
    return {
      report: news.report,
      ...(isLeftOut
        ? { sentences: [], notice: words.answers.withoutModel('not-ended') }
        : await summariseNews({ quotes, topics, since, until }, { ...deps, workspace, words })),
      isQuiet: news.report.parts.length === 0,
      told: toldIn(news),
      corrected: news.corrections.map(({ told }) => told.id),
      picture: await draw(
        quotes.map(({ stance }) => stance),
        words,
      ),
    };
  };
}
