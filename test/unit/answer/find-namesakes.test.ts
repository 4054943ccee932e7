import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer-question.ts';
import { answerInWords } from '../../../src/answer/answer-in-words.ts';
import { makeReport } from '../../../src/answer/reports/make-report.ts';
import { verifyStoredAnswer } from '../../../src/answer/verify-stored-answer.ts';
import { answerJson } from '../../../src/cli/answer-json.ts';
import type { Answer, Question } from '../../../src/records/answer.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { scriptModel } from '../../support/model-scripted.ts';
import { composeArticle } from '../../support/store-articles.ts';

const workspace = 'press';
let store: Store;

beforeAll(async () => {
  store = await openStore(':memory:', { now: () => new Date() });
  const says = async (content: string, role: string | null, day: string): Promise<void> => {
    const { article, quotes } = composeArticle({
      publishedAt: day,
      statements: [{ content, speaker: 'Ada Lorne', role, stance: 'denied' }],
    });
    await store.saveArticle(workspace, article, quotes);
  };
  await says('There is no lease of the canal', 'transport minister', '2031-03-01');
  await says('I never signed a lease with that club', 'goalkeeper', '2031-03-02');
  await says('The ferry will run', 'transport minister', '2031-03-03');
  await says('Nobody told me of a lease', null, '2031-03-04');
});
afterAll(() => store.close());

const ask = (question: Partial<Question>): Promise<Answer> =>
  answerQuestion({ topic: 'lease', stance: 'denied', ...question }, { workspace, store, model: null });
const wordsOf = ({ groups }: Answer) =>
  groups.flatMap(({ quotes }) => quotes.map(({ content }) => content.text)).toSorted();

describe('a speaker whose name two records bear', () => {
  it('is asked about, with the roles, before anything is shown', async () => {
    const answer = await ask({ speaker: 'Ada Lorne' });
    expect(answer.groups).toEqual([]);
    expect(answer.which?.map(({ name, about }) => [name, about]).toSorted()).toEqual([
      ['Ada Lorne', 'goalkeeper'],
      ['Ada Lorne', 'transport minister'],
    ]);
    expect(answer.sentences[0]?.text).toMatch(
      /^More than one speaker on file bears that name: Ada Lorne \(.+\) and Ada Lorne \(.+\)\. Ask for one of them\.$/,
    );
    const verified = await verifyStoredAnswer(answerJson(answer), store, workspace);
    expect(verified.holds).toBe(true);
  });

  it('is never mixed with the other once one is chosen, by the select or by the id typed', async () => {
    const { which = [] } = await ask({ speaker: 'Ada Lorne' });
    for (const { id, about } of which) {
      const words =
        about === 'goalkeeper' ? 'I never signed a lease with that club' : 'There is no lease of the canal';
      const chosen = await ask({ speaker: 'Ada Lorne', speakerId: id ?? undefined });
      expect(wordsOf(chosen)).toEqual([words]);
      expect(chosen.question.understood).toContain(`this is Ada Lorne (${about})`);
      const typed = await ask({ speaker: id ?? '' });
      expect([typed.question.speaker, ...wordsOf(typed)]).toEqual(['Ada Lorne', words]);
    }
  });

  it('is not asked about where one alone fits, but the answer says that there is another', async () => {
    const answer = await ask({ topic: 'ferry', speaker: 'Ada Lorne' });
    expect(wordsOf(answer)).toEqual(['The ferry will run']);
    expect(answer.question.understood).toBe(
      'Another speaker on file bears that name; this is Ada Lorne (transport minister).',
    );
  });

  it('is asked about where a question in free words names it', async () => {
    const model = scriptModel(() => ({
      topic: 'lease',
      stance: 'denied',
      speaker: 'Ada Lorne',
      outlet: '',
      since: '',
      until: '',
    }));
    const answer = await answerInWords('Has Ada Lorne denied the lease?', { workspace, store, model });
    expect(answer.which).toHaveLength(2);
  });

  it('is suggested once for each of them when it is typed whole', async () => {
    const suggested = await store.suggestSpeakers(workspace, 'ada lorne', 9);
    expect(suggested.map(({ name, role }) => `${name}, ${role}`).toSorted()).toEqual([
      'Ada Lorne, goalkeeper',
      'Ada Lorne, transport minister',
    ]);
    expect(new Set(suggested.map(({ id }) => id)).size).toBe(2);
    expect(await store.suggestSpeakers(workspace, 'ada', 9)).toMatchObject([{ name: 'Ada Lorne' }]);
  });

  it('stays two in an answer that asks for nobody', async () => {
    const { groups } = await ask({});
    const ids = groups.flatMap(({ quotes }) => quotes.map(({ speakerId }) => speakerId));
    expect(new Set(ids).size).toBe(3);
  });

  it.each(['position', 'timeline', 'contradictions'] as const)('is asked about in a %s', async (name) => {
    const question = { topic: 'lease', speaker: 'Ada Lorne' };
    const report = await makeReport(name, question, { workspace, store, words: wordsIn('en') });
    expect(report.parts).toEqual([]);
    expect(report.which).toMatchObject({ report: name, question });
    expect(report.which?.candidates).toHaveLength(2);
    const [chosen] = report.which?.candidates ?? [];
    const told = await makeReport(
      name,
      { ...question, speakerId: chosen?.id ?? undefined },
      { workspace, store, words: wordsIn('en') },
    );
    expect(told.which).toBeUndefined();
  });
});
