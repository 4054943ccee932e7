import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { parseLine } from '../../commands/line.ts';
import { composeNews } from '../../src/briefing/compose-news.ts';
import { openServices, type Services } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { WORKED_QUESTION } from '../../src/demo/sample-articles.ts';
import { createLog } from '../../src/log.ts';
import { renderTerminal } from '../../src/view/terminal.ts';
import { wordsIn } from '../../src/words/words.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const log = createLog({ level: 'error', secrets: [], now: () => new Date(), write: () => {} });
const NEWCOMERS_TERMINAL = { colour: false, width: 100 };
const WORKSPACE = 'local';

/** What the README shows below the worked question, up to the line that says it was shortened. */
function exchangeInReadme(): string {
  const question = `> ${WORKED_QUESTION}\n\n`;
  const start = readme.indexOf(question) + question.length;
  return readme.slice(start, readme.indexOf('\n  …\n', start));
}

/** The briefing that the README shows, up to the line that says it was shortened. */
function briefingInReadme(): string {
  const start = readme.indexOf('What is new on the record\n');
  return readme.slice(start, readme.indexOf('\n  …\n', start));
}

describe('the exchange on the first screen of the README', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices({ config: readConfig({}), location: ':memory:', log });
    await services.loadSamples(WORKSPACE);
  }, 60_000);
  afterAll(() => services.close());

  it('is what the program answers over the sample articles', async () => {
    const { command, options } = await parseLine(WORKED_QUESTION, COMMANDS, () =>
      Promise.reject(new Error()),
    );
    const view = await command.run(options, services.depsFor(WORKSPACE));
    const told = renderTerminal(view, NEWCOMERS_TERMINAL);
    expect(told.slice(0, exchangeInReadme().length)).toBe(exchangeInReadme());
  });

  it('and so is the briefing below', async () => {
    const question = {
      title: 'What is new on the record',
      wanted: { topics: ['missile transfer'], stances: [], speakers: [], outlets: [] },
      when: { kind: 'days', since: '2025-03-20', until: '2025-03-21' },
      period: ['from 20 March 2025', 'to 21 March 2025'],
      length: 'long',
      teller: null,
    } as const;
    const { store } = services;
    const deps = { workspace: WORKSPACE, store, words: wordsIn('en') };
    const { report } = await composeNews(question, deps);
    const told = renderTerminal({ kind: 'report', report }, NEWCOMERS_TERMINAL);
    expect(told.slice(0, briefingInReadme().length)).toBe(briefingInReadme());
    expect(briefingInReadme().split('\n').length).toBeGreaterThan(20);
  });
});
