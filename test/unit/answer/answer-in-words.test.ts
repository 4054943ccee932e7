import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerInWords } from '../../../src/answer/answer-in-words.ts';
import type { AnswerDeps } from '../../../src/answer/answer-question.ts';
import { InputError, ModelError } from '../../../src/errors.ts';
import type { LanguageModel } from '../../../src/llm/language-model.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { scriptModel } from '../../support/model-scripted.ts';
import { composeArticle } from '../../support/store-articles.ts';

const ASKED = 'Has anyone in Valdis denied sending missiles to Norvia, and when?';
/** How long a reader may wait for the digest when the model keeps silent, from the command on. */
const PROMISED_MS = 20_000;

describe('A question in free words', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    const { article, quotes } = composeArticle({
      title: 'Valdis denies missiles for Norvia',
      outlet: 'Harbour Times',
      publishedAt: '2025-03-04',
      statements: [{ content: 'We sent no missiles.', speaker: 'Mara Lindqvist', stance: 'denied' }],
    });
    await store.saveArticle('desk', article, quotes);
  });
  afterAll(() => store.close());
  const ask = (text: string, deps: Partial<AnswerDeps> = {}) =>
    answerInWords(text, { workspace: 'desk', store, model: null, ...deps });

  it('is answered from the stored quotes without a model, and tells how it was understood', async () => {
    const { question, groups } = await ask(ASKED);
    expect(question).toMatchObject({
      stance: 'denied',
      understood: 'Understood as: topic “Valdis missiles Norvia”, stance denied.',
    });
    expect(groups.flatMap(({ quotes }) => quotes.map(({ content }) => content.text))).toEqual([
      'We sent no missiles.',
    ]);
  });

  it('is answered by what a model made of it', async () => {
    const model = scriptModel(
      () => ({ topic: 'missiles', stance: 'denied', speaker: '', outlet: '', since: '', until: '' }),
      () => ({ status: 'abstain', sentences: [] }),
    );
    const { question, groups } = await ask(ASKED, { model });
    expect([question.topic, groups.length, model.requests.length]).toEqual(['missiles', 1, 2]);
  });

  it('asks no model for an answer when nothing on file fits what it was understood as', async () => {
    const model = scriptModel(() => ({
      topic: 'grain',
      stance: 'any',
      speaker: '',
      outlet: '',
      since: '',
      until: '',
    }));
    const { total } = await ask('What was said about grain?', { model });
    expect([total, model.requests.length]).toEqual([0, 1]);
  });

  it('gets the digest well before the promised time when the model keeps silent', async () => {
    let time = 0;
    const waits: number[] = [];
    const silent: LanguageModel = {
      complete: (_request, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ModelError('Too late.')), { once: true });
        }),
    };
    const answer = await ask(ASKED, {
      model: silent,
      now: () => time,
      deadline(milliseconds) {
        const controller = new AbortController();
        waits.push(milliseconds);
        queueMicrotask(() =>
          setImmediate(() => {
            time += milliseconds;
            controller.abort();
          }),
        );
        return controller.signal;
      },
    });
    expect(waits.length).toBe(2);
    expect(time).toBeLessThanOrEqual(PROMISED_MS - 1000);
    expect([answer.mode, answer.notice]).toEqual([
      'digest',
      'This is a digest, written without a model: the language model did not answer in time.',
    ]);
  });

  it('is refused with a sentence when it holds nothing to look for', async () => {
    await expect(ask('Who said what?')).rejects.toThrow(InputError);
  });
});
