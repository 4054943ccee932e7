import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelError } from '../../../src/errors.ts';
import type { LanguageModel, ModelRequest } from '../../../src/llm/language-model.ts';
import { openDesk, type BriefingDesk } from '../../support/briefing-desk.ts';
import { HONEST_FORMS, LIES, scenesOf } from '../../support/model-lies.ts';
import { scriptModel, shownEvidence } from '../../support/model-scripted.ts';

const MONDAY = '2026-11-23T06:30:00.000Z';
const TUESDAY = '2026-11-24T06:30:00.000Z';
const claim = 'A missile transfer was reported';
const DIGEST = 'This is a digest, written without a model: ';

const honest = (request: ModelRequest) => ({
  status: 'answer',
  sentences: shownEvidence(request).map((quote) => ({
    text: HONEST_FORMS[0]?.(quote) ?? '',
    stance: quote.stance,
    quote_ids: [quote.id],
  })),
});

describe('The summary of a briefing', () => {
  let desk: BriefingDesk;
  beforeAll(async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['missile transfer'] } });
    await desk.save({
      outlet: 'Harbour Times',
      statements: [
        {
          content: 'No missile left our port, and I counted them.',
          speaker: 'Mara Lindqvist',
          stance: 'denied',
          claim,
        },
        { content: 'Thirty missiles went north in May.', speaker: 'Lena Brandt', stance: 'confirmed', claim },
        { content: 'I cannot confirm the reports.', speaker: 'Tomas Eke', stance: 'declined', claim },
      ],
    });
    desk.at(TUESDAY);
  });
  afterAll(() => desk.close());
  const compose = (model: LanguageModel | null, means: object = {}) => desk.compose({}, { model, ...means });

  it('is none without a model, and nothing is said of it', async () => {
    expect(await compose(null)).toMatchObject({ sentences: [], notice: null });
  });

  it('stands with references to quotes that are shown, where a model is honest', async () => {
    const model = scriptModel(honest);
    const { sentences, notice, told } = await compose(model);
    expect([sentences.length, notice]).toEqual([3, null]);
    expect(sentences.flatMap(({ quoteIds }) => quoteIds).every((id) => told.includes(id))).toBe(true);
    expect(model.requests[0]?.user).toContain(`The period: ${MONDAY} to ${TUESDAY}`);
    const [run] = await desk.store.listModelRuns('desk', '2000-01-01T00:00:00.000Z', 9);
    expect(run).toMatchObject({ prompt: 'write-briefing', outcome: 'shown' });
  });

  it('is chosen by the model and written by code where it may only choose', async () => {
    const model = scriptModel((request) => ({
      status: 'answer',
      quote_ids: shownEvidence(request).map(({ id }) => id),
    }));
    const { sentences } = await compose(model, { mode: 'select' });
    expect(sentences).toHaveLength(3);
    expect(sentences[0]?.text).toContain('“No missile left our port, and I counted them.”');
  });

  it.each(LIES)('shows nothing where a model $name', async ({ tell }) => {
    const reply = (request: ModelRequest) => {
      const [scene] = scenesOf(request);
      return scene === undefined ? {} : tell(scene);
    };
    const model = scriptModel(reply, reply);
    const { sentences, notice } = await compose(model);
    expect(model.requests.length).toBeGreaterThan(0);
    expect([sentences, notice?.startsWith(DIGEST)]).toEqual([[], true]);
  });

  it('shows no answer without its words where several topics are told of', async () => {
    const bare = (request: ModelRequest) => {
      const quote = shownEvidence(request).find(({ stance }) => stance === 'denied');
      const text = `${quote?.speaker ?? ''} denied it.`;
      return { status: 'answer', sentences: [{ text, stance: 'denied', quote_ids: [quote?.id] }] };
    };
    expect((await compose(scriptModel(bare))).sentences).toHaveLength(1);
    const several = await openDesk(MONDAY, { wanted: { topics: ['missile', 'port'] } }, scriptModel(bare));
    await several.save({
      statements: [{ content: 'No missile left our port.', speaker: 'Mara Lindqvist', stance: 'denied' }],
    });
    const { sentences, notice } = await several.compose();
    await several.close();
    expect([sentences, notice?.startsWith(DIGEST)]).toEqual([[], true]);
  });

  it('is left out with the reason in one plain sentence where a model is down, late or over budget', async () => {
    const down = scriptModel(() => {
      throw new ModelError('The connection was refused.');
    });
    expect(await compose(down)).toMatchObject({
      sentences: [],
      notice: `${DIGEST}the language model gave an error.`,
    });
    const silent: LanguageModel = {
      complete: (_request, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new ModelError('Nothing came.'));
          });
        }),
    };
    expect((await compose(silent, { budgetMs: 5 })).notice).toBe(
      `${DIGEST}the language model did not answer in time.`,
    );
    await compose(scriptModel(honest));
    const spent = scriptModel(honest);
    const over = await compose(spent, { dailyTokens: 1 });
    expect([over.notice, spent.requests.length]).toEqual([
      `${DIGEST}today's budget for the language model is spent.`,
      0,
    ]);
    expect(over.report.parts.length).toBeGreaterThan(0);
  });

  it('is not tried again after a try that did not end, and that is said where there is a model', async () => {
    const model = scriptModel(honest);
    const composed = await compose(model, { withoutModel: true });
    expect([composed.sentences, composed.notice, model.requests]).toEqual([
      [],
      `${DIGEST}an earlier try to write it did not end.`,
      [],
    ]);
    expect((await compose(null, { withoutModel: true })).notice).toBeNull();
  });

  it('asks no model on a quiet day', async () => {
    await desk.deliver();
    const model = scriptModel(honest);
    expect(await compose(model)).toMatchObject({ isQuiet: true, sentences: [], notice: null });
    expect(model.requests).toEqual([]);
  });
});
