import { z } from 'zod';
import type { ModelRun } from '../src/records/model-run.ts';
import type { ListedItem } from '../src/records/view.ts';
import type { Command } from './command.ts';

const DAY_MS = 86_400_000;

const options = z.strictObject({
  days: z.int().min(1).max(31).optional().describe('How many days back, 7 when left out'),
});

/** The tokens a workspace spent with the language model, by day. */
export const usage = {
  name: 'usage',
  description: 'Tokens spent with the language model, day by day',
  options,
  access: 'managers',
  visibility: 'only-you',
  example: '/usage days:7',
  async run({ days = 7 }, deps) {
    const today = Date.parse(`${deps.today()}T00:00:00Z`);
    const since = new Date(today - (days - 1) * DAY_MS).toISOString();
    const runs = await deps.listModelRuns(since);
    const total = runs.reduce((sum, { chargedTokens }) => sum + chargedTokens, 0);
    const { dailyTokens } = deps;
    return {
      kind: 'listing',
      listing: {
        title: `${total.toLocaleString('en')} tokens in ${days === 1 ? 'a day' : `${days} days`}`,
        items: [...Map.groupBy(runs, ({ at }) => at.slice(0, 10))].map(tellDay),
        note:
          dailyTokens === null
            ? 'There is no daily limit (OPENAI_DAILY_TOKENS).'
            : `At most ${dailyTokens.toLocaleString('en')} tokens a day (OPENAI_DAILY_TOKENS), counted in UTC.`,
      },
    };
  },
} as const satisfies Command<typeof options>;

function tellDay([day, runs]: readonly [string, readonly ModelRun[]]): ListedItem {
  const tokens = runs.reduce((sum, { chargedTokens }) => sum + chargedTokens, 0);
  const shown = runs.filter(({ outcome }) => outcome === 'shown').length;
  return {
    name: day,
    facts: [`${tokens.toLocaleString('en')} tokens in ${runs.length} calls; ${shown} of them were shown`],
  };
}
