import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { understandQuestion, type UnderstandDeps } from '../../../src/answer/understand-question.ts';
import { InputError, ModelError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { scriptModel } from '../../support/model-scripted.ts';

const ASKED = 'Has anyone in Valdis denied sending missiles to Norvia, and when?';
const EMPTY = { topic: 'missiles', stance: 'any', speaker: '', outlet: '', since: '', until: '' };

describe('A question in plain words', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
  });
  afterAll(() => store.close());
  const understand = (text: string, deps: Partial<UnderstandDeps> = {}) =>
    understandQuestion(text, { workspace: 'desk', store, model: null, ...deps });

  it.each([
    [ASKED, { stance: 'denied', topic: 'Valdis missiles Norvia' }],
    [
      'Who confirmed the bridge closure since 2025-03-01?',
      { stance: 'confirmed', topic: 'bridge closure', since: '2025-03-01' },
    ],
    [
      'Did the army refuse to comment on drones until 2025-04-01',
      { topic: 'army drones', until: '2025-04-01' },
    ],
    [
      'Who denied the missile sale since last Monday?',
      { stance: 'denied', topic: 'missile sale', since: '2025-06-30', until: undefined },
    ],
    [
      'What did anyone say about grain prices last week?',
      { stance: null, topic: 'grain prices', since: '2025-06-23', until: '2025-06-29' },
    ],
    [
      'Who confirmed the bridge closure in March 2025?',
      { stance: 'confirmed', topic: 'bridge closure', since: '2025-03-01', until: '2025-03-31' },
    ],
    ['What was said about grain prices?', { stance: null, topic: 'grain prices' }],
    ['Who would not confirm the missile sale?', { stance: 'declined', topic: 'missile sale' }],
  ])('is read by its own words without a model: %s', async (text, expected) => {
    const { question, by } = await understand(text, { now: () => Date.parse('2025-07-02T12:00:00Z') });
    expect([question, by]).toEqual([expect.objectContaining(expected), 'words']);
  });

  it.each([
    ['UTC', '2025-06-30'],
    ['Asia/Tokyo', '2025-07-01'],
    ['America/New_York', '2025-06-30'],
  ])('counts yesterday from the day it is in %s', async (zone, day) => {
    const deps = { zone, now: () => Date.parse('2025-07-01T23:30:00Z') };
    const { question } = await understand('Who denied the missile sale yesterday?', deps);
    expect(question.since).toBe(day);
  });

  it('tells the reader how it was understood', async () => {
    const { told } = await understand('Who denied the missile sale since 2025-03-01?');
    expect(told).toBe('Understood as: topic “missile sale”, stance denied, from 1 March 2025.');
  });

  it('is turned into topic and filters by a model', async () => {
    const reply = {
      topic: 'missiles Norvia',
      stance: 'denied',
      speaker: 'Valdis',
      outlet: '',
      since: '2025-01-01',
      until: '',
    };
    const model = scriptModel(() => reply);
    const { question, told, by } = await understand(ASKED, {
      model,
      now: () => Date.parse('2025-07-01T00:00:00Z'),
    });
    expect(question).toEqual({
      topic: 'missiles Norvia',
      stance: 'denied',
      speaker: 'Valdis',
      since: '2025-01-01',
    });
    expect([by, told]).toEqual([
      'model',
      'Understood as: topic “missiles Norvia”, stance denied, speaker Valdis, from 1 January 2025.',
    ]);
    expect(model.requests[0]?.system).toContain('Today is 2025-07-01.');
    expect(model.requests[0]?.user).toContain(JSON.stringify(ASKED));
  });

  it('takes no name that it does not hold, no day that is none, no period that ends before it begins', async () => {
    const filters = async (reply: object) =>
      (await understand(ASKED, { model: scriptModel(() => ({ ...EMPTY, ...reply })) })).question;
    expect(await filters({ speaker: 'Tomas Eke', outlet: 'Fjord Post' })).toEqual({
      topic: 'missiles',
      stance: null,
    });
    expect(await filters({ since: 'last week', until: '2025-02-30' })).toEqual({
      topic: 'missiles',
      stance: null,
    });
    expect(await filters({ since: '2025-03-01', until: '2025-02-01' })).toEqual({
      topic: 'missiles',
      stance: null,
    });
  });

  it.each([
    ['has another shape', () => ({ topic: 'x' })],
    ['has no topic', () => ({ ...EMPTY, topic: '' })],
    ['has a topic that can’t be searched', () => ({ ...EMPTY, topic: '-missiles' })],
    [
      'has a topic as long as an essay',
      () => ({ ...EMPTY, topic: 'one two three four five six seven eight nine' }),
    ],
    [
      'does not come',
      () => {
        throw new ModelError('The endpoint gave an error.');
      },
    ],
  ])('is read by its words when the model’s reply %s', async (_what, reply) => {
    const { question, by } = await understand(ASKED, { model: scriptModel(reply) });
    expect([question.topic, by]).toEqual(['Valdis missiles Norvia', 'words']);
  });

  it('asks no model when the day’s tokens are spent', async () => {
    const model = scriptModel(() => EMPTY);
    const { by } = await understand(ASKED, { model, dailyTokens: 0 });
    expect([by, model.requests.length]).toEqual(['words', 0]);
  });

  it.each(['', 'Who said what?', 'x'.repeat(501)])(
    'is refused with a sentence when there is nothing to look for, or too much',
    async (text) => {
      await expect(understand(text)).rejects.toThrow(InputError);
    },
  );
});
