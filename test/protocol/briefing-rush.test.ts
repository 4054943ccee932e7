import assert from 'node:assert/strict';
import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { serveBriefings } from '../support/discord/serve-briefings.ts';

const log = createLog({
  level: 'error',
  secrets: [],
  now: () => new Date(),
  write: (line) => assert.fail(line),
});

// 500 of them are `npm run bench:briefing-rush`.
it('posts briefings that are due in one minute once each, and answers commands meanwhile', async () => {
  const { posted, struck, violations, refusals } = await serveBriefings({
    briefings: 60,
    guilds: 6,
    interactions: 24,
    overMs: 0,
    log,
  });
  expect(posted.map(({ messages }) => messages)).toEqual(Array.from({ length: 60 }, () => 1));
  expect(struck).toHaveLength(24);
  // A command that is acknowledged too late is refused by Discord.
  expect(refusals).toEqual([]);
  expect(violations).toEqual([]);
}, 60_000);
