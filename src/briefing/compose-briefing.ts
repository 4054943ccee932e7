import type { Briefing, BriefingPeriod, ComposedBriefing } from '../records/briefing.ts';
import { composeNews, newsShownIn, toldIn } from './compose-news.ts';
import { summariseNews, type BriefingSummaryDeps } from './summarise-news.ts';
import { tellPeriod } from './tell-period.ts';

/** What a briefing's content needs to know of it. */
type Asked = Pick<Briefing, 'id' | 'name' | 'wanted' | 'length'> & {
  readonly timetable: Pick<Briefing['timetable'], 'zone'>;
};

/** Makes what a briefing of a workspace says for a period. */
export type Compose = (
  workspace: string,
  briefing: Asked,
  period: BriefingPeriod,
) => Promise<ComposedBriefing>;

/**
 * What a model does wrong costs the summary alone. Composing throws what the store throws, and InputError for a topic that
 * can't be searched.
 */
export function createCompose(deps: Omit<BriefingSummaryDeps, 'workspace'>): Compose {
  return async (workspace, { id, name, wanted, length, timetable }, period) => {
    const news = await composeNews(
      {
        title: name,
        wanted,
        when: { kind: 'recorded', period },
        period: tellPeriod(period, timetable.zone),
        length,
        teller: id,
      },
      { workspace, store: deps.store },
    );
    const { topics } = wanted;
    const { since, until } = period;
    const quotes = newsShownIn(news);
    return {
      report: news.report,
      ...(await summariseNews({ quotes, topics, since, until }, { ...deps, workspace })),
      isQuiet: news.report.parts.length === 0,
      told: toldIn(news),
      corrected: news.corrections.map(({ told }) => told.id),
      picture: null,
    };
  };
}
