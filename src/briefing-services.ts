import type { DeliveryDeps } from './briefing/delivery-deps.ts';
import { runBriefingNow, runDueBriefings, type DueBriefingsOptions } from './briefing/run-due-briefings.ts';
import { writeCustomId } from './discord/custom-id.ts';
import type { Log } from './log.ts';
import type { Briefing, Delivery } from './records/briefing.ts';
import type { Messenger } from './records/message.ts';
import type { Store } from './store/store.ts';
import { createRender, forumTitle } from './view/briefing-messages.ts';

export interface BriefingServicesDeps {
  readonly store: Store;
  readonly compose: DeliveryDeps['compose'];
  readonly messenger: Messenger;
  readonly tellOperators: (workspace: string, sentence: string) => Promise<void>;
  readonly log: Log;
  readonly now: () => Date;
}

/** What is done with briefings once there is somewhere to post. */
export interface BriefingServices {
  /** All that are due, in any workspace. */
  runDue(options: DueBriefingsOptions): Promise<void>;
  /** One, due or not; null where it is being run already. */
  runNow(workspace: string, briefing: Briefing): Promise<Delivery | null>;
}

/** Briefings over a store and a messenger. */
export function createBriefingServices({
  store,
  compose,
  messenger,
  tellOperators,
  log,
  now,
}: BriefingServicesDeps): BriefingServices {
  const render = createRender((action) => writeCustomId(POSTED, action));
  const deps: DeliveryDeps = {
    store,
    compose,
    render: async (_workspace, briefing, composed, delivery) => render(briefing, composed, delivery),
    titleOf: forumTitle,
    post: (request) => messenger.post(request),
    findPosted: (request, since) => messenger.findPosted(request, since),
    tellBlocked: (workspace, { name }, problem) =>
      tellOperators(
        workspace,
        `The briefing ${name} is stopped. ${problem} Then resume it with /briefing resume.`,
      ),
    now,
    log: log.warn,
  };
  return {
    runDue: (options) => runDueBriefings(deps, options),
    async runNow(workspace, briefing) {
      const outcome = await runBriefingNow(workspace, briefing.id, deps);
      const [newest] = outcome === null ? [] : await store.listDeliveries(workspace, briefing.id, 1);
      return newest ?? null;
    },
  };
}

/** A briefing keeps no state for its buttons: each names the quote it stands beside. */
const POSTED = 'posted';
