import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer-question.ts';
import { verifyStoredAnswer } from '../../../src/answer/verify-stored-answer.ts';
import { answerJson } from '../../../src/cli/answer-json.ts';
import { InputError } from '../../../src/errors.ts';
import type { Question, StanceGroup } from '../../../src/records/answer.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { scriptModel, shownEvidence } from '../../support/model-scripted.ts';
import { composeArticle } from '../../support/store-articles.ts';

const question: Question = { topic: 'missile transfer', stance: 'denied' };
const day = (date: string) => [date, date] as const;

describe('An exported answer, checked again', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    const claim = 'The missile transfer was reported';
    const speaker = 'Mara Lindqvist';
    const denial = {
      content: 'We did not sell any missile.',
      speaker,
      stance: 'denied',
      claim,
      saidOn: day('2025-03-03'),
    } as const;
    const others = [
      { content: 'I cannot confirm it.', speaker: 'Tomas Eke', stance: 'declined', claim },
      ...['Ada Moen', 'Rolf Stig', 'Piet Hollar', 'Lena Brandt', 'Ivo Rabe'].map((name) => ({
        content: `${name} heard of it.`,
        speaker: name,
        claim,
      })),
    ] as const;
    const articles = [
      { title: 'One', outlet: 'Harbour Times', publishedAt: '2025-03-04', statements: [denial, ...others] },
      { title: 'Two', outlet: 'Fjord Post', publishedAt: '2025-03-05', statements: [denial] },
      {
        title: 'Three',
        outlet: 'Harbour Times',
        publishedAt: '2025-06-02',
        statements: [
          {
            content: 'The missile transfer went ahead.',
            speaker,
            stance: 'confirmed',
            saidOn: day('2025-06-01'),
          },
        ],
      },
    ] as const;
    for (const sketch of articles) {
      const { article, quotes } = composeArticle(sketch);
      await store.saveArticle('desk', article, quotes);
    }
  });
  afterAll(() => store.close());

  const exportAnswer = async (
    asked = question,
    model: Parameters<typeof answerQuestion>[1]['model'] = null,
  ) => {
    const answer = await answerQuestion(asked, { workspace: 'desk', store, model });
    return structuredClone(JSON.parse(JSON.stringify(answerJson(answer))));
  };
  const problems = async (exported: unknown, workspace = 'desk') =>
    (await verifyStoredAnswer(exported, store, workspace)).checks.flatMap(({ of, problem }) =>
      problem === null ? [] : [`${of}: ${problem}`],
    );

  it('holds for a digest, its reversal and its counts', async () => {
    const exported = await exportAnswer();
    expect(exported.sentences[0].text).toMatch(/^Changed position/);
    expect(exported.sentences.at(-1).text).toMatch(/quotes on file are told above/);
    expect(await problems(exported)).toEqual([]);
  });

  it('holds for an answer that says nobody, and for one that says nothing fits', async () => {
    expect(await problems(await exportAnswer({ ...question, stance: 'warned' }))).toEqual([]);
    expect(await problems(await exportAnswer({ ...question, topic: 'grain' }))).toEqual([]);
  });

  it('holds for a model’s summary', async () => {
    const model = scriptModel((request) => ({
      status: 'answer',
      sentences: shownEvidence(request)
        .filter(({ stance }) => stance === 'denied')
        .map(({ id, speaker, stance, text }) => ({
          text: `${speaker} denied it, saying "${text}"`,
          stance,
          quote_ids: [id],
        })),
    }));
    const exported = await exportAnswer(question, model);
    expect(exported.mode).toBe('prose');
    expect(await problems(exported)).toEqual([]);
  });

  it.each([
    [
      'a changed quote',
      'quote: Its words are not the stored ones.',
      (answer) => {
        answer.groups[0].quotes[0].text = 'We did sell missiles.';
      },
    ],
    [
      'another place',
      'quote: It points at another place of the article.',
      (answer) => {
        answer.groups[0].quotes[0].spans = [[0, 3]];
      },
    ],
    [
      'another speaker',
      'quote: Its speaker is not the stored one.',
      (answer) => {
        answer.groups[0].quotes[0].speaker.name = 'Tomas Eke';
      },
    ],
    [
      'another stance',
      'quote: Its stance is not the stored one.',
      (answer) => {
        answer.groups[0].quotes[0].stance = 'confirmed';
      },
    ],
    [
      'another day',
      'quote: Its day is not the stored one.',
      (answer) => {
        answer.groups[0].quotes[0].saidOn.to = '2025-03-09';
      },
    ],
    [
      'another outlet',
      'quote: Its article is not the stored one.',
      (answer) => {
        answer.groups[0].quotes[0].article.outlet = 'Other';
      },
    ],
    [
      'an unknown quote',
      'quote: It is not on file.',
      (answer) => {
        answer.groups[0].quotes[0].id = 'q_none';
      },
    ],
    [
      'a quote in the group of another stance',
      'quote: Its stance is not the stored one.',
      (answer) => {
        answer.groups[0].stance = 'confirmed';
      },
    ],
    [
      'an outlet that does not carry it',
      'quote: Another article it names does not carry it.',
      (answer) => {
        const { article } = answer.groups.find(({ stance }: StanceGroup) => stance === 'confirmed').quotes[0];
        answer.groups[0].quotes[0].copies = [article];
      },
    ],
    [
      'an outlet that was made up',
      'quote: Another article it names does not carry it.',
      (answer) => {
        const [quote] = answer.groups[0].quotes;
        quote.copies = [{ ...quote.article, outlet: 'Made-up Gazette' }];
      },
    ],
    [
      'quotes on file that are neither shown nor told to be left out',
      'counts: The answer holds 8.',
      (answer) => {
        answer.total = 99;
      },
    ],
    [
      'a changed sentence',
      'sentence: The quotes it cites do not back it (rule V6).',
      (answer) => {
        answer.sentences[1].text = 'Everybody denied it.';
      },
    ],
    [
      'a changed count',
      'sentence: The quotes it cites do not back it (rule V6).',
      (answer) => {
        answer.sentences.at(-1).text = '9 of 9 quotes on file are told above.';
      },
    ],
    [
      'a sentence without quotes',
      'sentence: It cites no quote.',
      (answer) => {
        answer.sentences[1].quoteIds = [];
      },
    ],
    [
      'a false nobody',
      'sentence: Somebody is on record with it.',
      (answer) => {
        answer.sentences[1] = {
          text: 'Nobody is on record as having denied it in the stored articles.',
          quoteIds: [],
        };
      },
    ],
  ] as readonly (readonly [string, string, (answer: Awaited<ReturnType<typeof exportAnswer>>) => void])[])(
    'finds %s',
    async (_what, problem, forge) => {
      const exported = await exportAnswer();
      forge(exported);
      expect(await problems(exported)).toContain(problem);
    },
  );

  it('knows nothing of another workspace', async () => {
    expect(await problems(await exportAnswer(), 'other')).toContain('quote: It is not on file.');
  });

  it('refuses what is no exported answer with a sentence', async () => {
    await expect(verifyStoredAnswer({ hello: 1 }, store, 'desk')).rejects.toThrow(InputError);
  });
});
