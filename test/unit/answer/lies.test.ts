import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer-question.ts';
import type { ModelRequest } from '../../../src/llm/language-model.ts';
import type { Answer } from '../../../src/records/answer.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { HONEST_FORMS, LIES, scenesOf } from '../../support/model-lies.ts';
import { scriptModel, shownEvidence } from '../../support/model-scripted.ts';
import { composeArticle } from '../../support/store-articles.ts';

const claim = 'A missile transfer was reported';

/** `npm run bench:grounding` does the same over all sample articles. */
describe('A scripted model', () => {
  let store: Store;
  let digest: Answer;
  const ask = (model: Parameters<typeof answerQuestion>[1]['model']) =>
    answerQuestion({ topic: 'missile transfer', stance: 'denied' }, { workspace: 'desk', store, model });
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date() });
    const { article, quotes } = composeArticle({
      title: 'Ships at night',
      outlet: 'Harbour Times',
      publishedAt: '2025-03-04',
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
    await store.saveArticle('desk', article, quotes);
    digest = await ask(null);
  });
  afterAll(() => store.close());

  it.each(LIES)('that $name gets nothing shown', async ({ tell }) => {
    const reply = (request: ModelRequest) => {
      const [scene] = scenesOf(request);
      return scene === undefined ? {} : tell(scene);
    };
    const model = scriptModel(reply, reply);
    const answer = await ask(model);
    expect(model.requests.length).toBeGreaterThan(0);
    expect([answer.mode, answer.sentences]).toEqual(['digest', digest.sentences]);
  });

  it('has a hundred ways to lie', () => {
    expect(new Set(LIES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(100);
  });

  it.each(HONEST_FORMS.map((form, index) => [index, form] as const))(
    'that is honest gets every sentence shown, form %i',
    async (_index, form) => {
      const model = scriptModel((request) => ({
        status: 'answer',
        sentences: shownEvidence(request).map((quote) => ({
          text: form(quote),
          stance: quote.stance,
          quote_ids: [quote.id],
        })),
      }));
      const answer = await ask(model);
      expect([answer.mode, answer.notice, answer.sentences.length]).toEqual(['prose', null, 3]);
    },
  );
});
