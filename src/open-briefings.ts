import type { AnswerDeps } from './answer/answer-question.ts';
import type { Compose, Draw } from './briefing/compose-briefing.ts';
import type { BriefingServices, BriefingServicesDeps } from './briefing-services.ts';
import { drawOrNone } from './draw-picture.ts';
import type { Log } from './log.ts';
import type { Briefing, Delivery } from './records/briefing.ts';
import type { Store } from './store/store.ts';

/** Briefings before anything can be posted, and from then on. */
export interface OpenBriefings {
  /** What a briefing says for a period, without its picture. */
  readonly composeBriefing: Compose;
  /** Briefings are posted by whoever has somewhere to post. */
  readonly openBriefings: (
    delivering: Pick<BriefingServicesDeps, 'messenger' | 'tellOperators'>,
  ) => Promise<BriefingServices>;
  /** Null while nothing can be posted; resolves to null where it is being run already. */
  readonly runNow: (workspace: string, briefing: Briefing) => Promise<Delivery | null> | null;
}

/** What it takes is imported when it is first needed. */
export function prepareBriefings(
  answering: Omit<AnswerDeps, 'workspace'> & { readonly store: Store },
  log: Log,
): OpenBriefings {
  let posting: BriefingServices | null = null;
  const composeWith =
    (draw: Draw): Compose =>
    async (...asked) => {
      const { createCompose } = await import('./briefing/compose-briefing.ts');
      return createCompose(answering, draw)(...asked);
    };
  const draw: Draw = (stances, words) =>
    drawOrNone(async () => {
      const { drawStances } = await import('./picture/draw-stances.ts');
      return drawStances(stances, words);
    }, log);
  return {
    composeBriefing: composeWith(() => Promise.resolve(null)),
    async openBriefings(delivering) {
      const { createBriefingServices } = await import('./briefing-services.ts');
      const { store } = answering;
      const now = (): Date => new Date();
      posting = createBriefingServices({ ...delivering, store, compose: composeWith(draw), log, now });
      return posting;
    },
    runNow: (workspace, briefing) => posting?.runNow(workspace, briefing) ?? null,
  };
}
