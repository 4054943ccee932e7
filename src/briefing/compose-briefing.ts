import type { Briefing, BriefingPeriod, ComposedBriefing } from '../records/briefing.ts';
import type { Store } from '../store/store.ts';
import { composeNews, toldIn } from './compose-news.ts';
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

/** Throws what the store throws, and InputError for a topic that can't be searched. */
export function createCompose({ store }: { readonly store: Store }): Compose {
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
      { workspace, store },
    );
    return {
      report: news.report,
      sentences: [],
      notice: null,
      isQuiet: news.report.parts.length === 0,
      told: toldIn(news),
      corrected: news.corrections.map(({ told }) => told.id),
      picture: null,
    };
  };
}
