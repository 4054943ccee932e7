import assert from 'node:assert/strict';
import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { markOf, serveStorm } from '../support/discord/serve-storm.ts';

const log = createLog({
  level: 'error',
  secrets: [],
  now: () => new Date(),
  write: (line) => assert.fail(line),
});

it('answers a storm of questions from many servers once each, and each from its own articles', async () => {
  const { struck, violations, refusals } = await serveStorm({
    guilds: 8,
    interactions: 120,
    overMs: 0,
    log,
  });
  expect(struck).toHaveLength(120);
  const marks = new Set(struck.map(({ guildId }) => markOf(guildId)));
  for (const { guildId, shown } of struck) {
    expect(shown).toContain(markOf(guildId));
    const others = [...marks].filter((mark) => mark !== markOf(guildId));
    expect(others.filter((mark) => shown.includes(mark))).toEqual([]);
  }
  expect(violations).toEqual([]);
  expect(refusals).toEqual([]);
}, 60_000);
