import { beforeEach, expect, it } from 'vitest';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { NOT_EXTRACTED } from '../../src/records/extraction.ts';
import type { Delivery } from '../../src/records/briefing.ts';
import { STANCES } from '../../src/records/quote.ts';
import { FORGOTTEN, type SavedArticle, type Store } from '../../src/store/store.ts';
import { draftBriefing, draftDelivery } from './briefing-records.ts';
import { seenEntry } from './feed-store-contract.ts';
import { composeArticle, type ArticleSketch } from './store-articles.ts';

const EVERYTHING = { topic: { all: [], none: [] }, stances: STANCES, limit: 50 };
const LEASE = 'There is no lease of the canal, and there never was one';
const LORNE = { speaker: 'Ada Lorne', stance: 'denied' as const };

const SLOT = '2031-03-02T07:00:00.000Z';
const MESSAGE = {
  channelId: '1',
  messageId: null,
  nonce: 'n',
  attemptedAt: null,
  files: [],
  body: { content: LEASE },
};

/** What every store must do to forget an article; called within the contract's describe. */
export function describeForgetting(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  beforeEach(() => {
    tests += 1;
    press = `forgetting press ${tests}`;
    desk = `forgetting desk ${tests}`;
  });
  const save = (
    { url = null, ...sketch }: ArticleSketch & { readonly url?: string | null },
    workspace = press,
  ): Promise<SavedArticle> => {
    const { article, quotes } = composeArticle(sketch);
    const whole = { ...article, url, sketch: sketchOf(article.text) };
    return storeOf().saveArticle(workspace, whole, quotes);
  };
  const found = async (workspace = press, speaker?: string) => {
    const { quotes, total } = await storeOf().searchQuotes(workspace, { ...EVERYTHING, speaker });
    expect(total).toBe(quotes.length);
    return quotes.map(({ content, copies = [] }) => `${content.text} +${copies.length}`).toSorted();
  };
  const names = async (workspace = press) => ({
    speakers: (await storeOf().suggestSpeakers(workspace, '', 9)).map(({ name }) => name),
    outlets: await storeOf().suggestOutlets(workspace, '', 9),
  });

  it('forgets an article with its quotes and every name that nothing else bears', async () => {
    const kept = await save({
      outlet: 'Evening Bell',
      statements: [{ content: 'Rain', speaker: 'Olin Varr' }],
    });
    const before = { ...(await names()), corpus: await storeOf().measureCorpus(press) };
    const sketch = {
      title: 'Canal lease',
      outlet: 'Harbour Post',
      statements: [
        { content: LEASE, ...LORNE },
        { content: 'More rain', speaker: 'Olin Varr' },
      ],
    };
    const { articleId } = await save(sketch);
    const [quote] = await storeOf().listArticleQuotes(press, articleId);
    const told = { articleId, title: 'Canal lease', outlet: 'Harbour Post', quotes: 2, revisions: 1 };
    expect(await storeOf().previewForgetting(press, articleId)).toEqual(told);
    expect(await found()).toHaveLength(3);
    expect(await storeOf().forgetArticle(press, articleId)).toEqual(told);
    expect(await found()).toEqual(['Rain +0']);
    expect(await storeOf().findArticle(press, articleId)).toBeNull();
    expect(await storeOf().findQuote(press, quote?.id ?? '')).toBeNull();
    expect(await storeOf().findSpeakers(press, 'Ada Lorne', 9)).toEqual([]);
    expect(await storeOf().findSpeakers(press, 'Olin Varr', 9)).toMatchObject([{ quotes: 1 }]);
    expect({ ...(await names()), corpus: await storeOf().measureCorpus(press) }).toEqual(before);
    expect(await storeOf().suggestSpeakers(press, 'Lonre', 9)).toEqual([]);
    expect(await storeOf().forgetArticle(press, articleId)).toBeNull();
    expect(await storeOf().previewForgetting(press, articleId)).toBeNull();
    expect(await save(sketch)).toMatchObject({ status: 'stored', quotes: 2 });
    expect((await storeOf().listArticles(press, null, 9)).articles[1]?.id).toBe(kept.articleId);
  });

  it('forgets nothing of another workspace, nor for one', async () => {
    const sketch = { outlet: 'Harbour Post', statements: [{ content: LEASE, ...LORNE }] };
    const own = await save(sketch);
    const other = await save(sketch, desk);
    const state = { userId: 'ida', payload: { kind: 'answer', article: { id: own.articleId } } };
    await storeOf().saveComponentState(desk, 'other', state);
    for (const workspace of [desk, 'nobody', '']) {
      expect(await storeOf().previewForgetting(workspace, own.articleId)).toBeNull();
      expect(await storeOf().forgetArticle(workspace, own.articleId)).toBeNull();
    }
    expect(await found()).toHaveLength(1);
    await storeOf().forgetArticle(press, own.articleId);
    expect(await found(desk, 'lorne')).toHaveLength(1);
    expect(await names(desk)).toEqual({ speakers: ['Ada Lorne'], outlets: ['Harbour Post'] });
    expect(await storeOf().findArticle(desk, other.articleId)).not.toBeNull();
    expect(await storeOf().findComponentState(desk, 'other')).toEqual(state);
  });

  it('leaves to copies what they carry, and links nothing new with what is gone', async () => {
    const statements = [{ content: LEASE, ...LORNE }];
    const saved = [];
    for (const outlet of ['Harbour Post', 'Evening Bell', 'Coastal Ledger'])
      saved.push(await save({ outlet, publishedAt: `2031-03-0${saved.length + 1}`, statements }));
    const [first = '', second = '', third = ''] = saved.map(({ articleId }) => articleId);
    expect(await found()).toEqual([`${LEASE} +2`]);
    await storeOf().forgetArticle(press, first);
    expect(await found()).toEqual([`${LEASE} +1`]);
    await storeOf().forgetArticle(press, third);
    expect(await found()).toEqual([`${LEASE} +0`]);
    expect((await storeOf().listArticleQuotes(press, second))[0]?.copies).toBeUndefined();
    await storeOf().forgetArticle(press, second);
    expect(await found()).toEqual([]);
    expect(await save({ outlet: 'Evening Bell', statements })).toMatchObject({ status: 'stored' });
  });

  it('forgets the newest revision with all before it, and a former one alone', async () => {
    const url = 'https://post.example/canal';
    const revise = (...contents: readonly string[]) =>
      save({
        url,
        outlet: 'Harbour Post',
        statements: contents.map((content) => ({ content, speaker: LORNE.speaker, stance: LORNE.stance })),
      });
    const first = await revise('The first words', 'Words that stay');
    const second = await revise('The second words', 'Words that stay');
    const third = await revise('The third words', 'Words that stay');
    const [old] = await storeOf().listArticleQuotes(press, first.articleId);
    expect(await storeOf().forgetArticle(press, second.articleId)).toMatchObject({ quotes: 1, revisions: 1 });
    expect(await found()).toEqual(['The third words +0', 'Words that stay +0']);
    expect((await storeOf().findQuote(press, old?.id ?? ''))?.superseded).toBeDefined();
    expect(await storeOf().measureCorpus(press)).toEqual({ articles: 1, quotes: 2, outlets: 1 });
    expect(await storeOf().forgetArticle(press, third.articleId)).toMatchObject({ quotes: 3, revisions: 2 });
    expect(await storeOf().findArticle(press, first.articleId)).toBeNull();
    expect(await storeOf().findQuote(press, old?.id ?? '')).toBeNull();
    expect(await names()).toEqual({ speakers: [], outlets: [] });
    expect(await revise('The first words')).toMatchObject({ status: 'stored' });
  });

  it('tells of a speaker no role any more that only the forgotten article told', async () => {
    const says = (role: string, day: string) =>
      save({ publishedAt: day, statements: [{ content: `On ${day}`, speaker: 'Ada Lorne', role }] });
    await says('Minister', '2031-01-02');
    const later = await says('Minister', '2031-01-09');
    const last = await says('opposition leader', '2031-01-12');
    const roles = async () => (await storeOf().findSpeakers(press, 'Ada Lorne', 9))[0]?.roles;
    await storeOf().forgetArticle(press, last.articleId);
    expect(await roles()).toEqual([{ role: 'Minister', since: '2031-01-02', until: '2031-01-09' }]);
    await storeOf().forgetArticle(press, later.articleId);
    expect(await roles()).toEqual([{ role: 'Minister', since: '2031-01-02', until: '2031-01-02' }]);
  });

  it('lets go of kept answers, imported files, model replies and claims, but not of seen entries', async () => {
    const { articleId } = await save({ title: 'Canal', statements: [{ content: LEASE, ...LORNE }] });
    const other = await save({ title: 'Rain', statements: [{ content: 'Rain' }] });
    const { article } = composeArticle({ title: 'Canal', statements: [{ content: LEASE, ...LORNE }] });
    const store = storeOf();
    const about = (id: string) => ({
      userId: 'ida',
      payload: { kind: 'answer', quotes: [{ article: { id } }] },
    });
    await store.saveComponentState(press, 'canal', about(articleId));
    await store.saveComponentState(press, 'rain', about(other.articleId));
    await store.noteImportedFiles(press, [{ path: '/canal', stamp: '1', articleId }]);
    await store.keepModelReply(press, `${article.contentHash} 0 stamp`, { quotes: [] });
    await store.keepModelReply(desk, `${article.contentHash} 0 stamp`, { quotes: [] });
    await store.noteSeenEntries(press, [seenEntry({ key: 'canal' })]);
    await store.forgetArticle(press, articleId);
    expect(await store.findComponentState(press, 'canal')).toEqual({ userId: 'ida', payload: FORGOTTEN });
    expect(await store.findComponentState(press, 'rain')).toEqual(about(other.articleId));
    expect(await store.findImportedFile(press, '/canal', '1')).toBeNull();
    expect(await store.findModelReply(press, `${article.contentHash} 0 stamp`)).toBeNull();
    expect(await store.findModelReply(desk, `${article.contentHash} 0 stamp`)).toEqual({ quotes: [] });
    expect(await store.findSeenEntries(press, ['canal'])).toHaveLength(1);
    expect(await store.replaceQuotes(press, articleId, [], NOT_EXTRACTED)).toBeNull();
    await store.recordExtraction(press, articleId, NOT_EXTRACTED);
    await store.markOutdated({
      workspace: press,
      version: 'next',
      modelStamp: null,
      now: '2031-01-01T00:00:00Z',
    });
    expect(await store.countWaiting(press, ['grammar'])).toBe(1);
  });

  it('tells no name of a speaker any more that only the forgotten article gave', async () => {
    const saved = [];
    for (const [content, alias] of [
      ['The NPA has no lease', 'NPA'],
      ['No lease, says the Port Agency', 'Port Agency'],
    ] as const) {
      const { article, quotes } = composeArticle({
        statements: [{ content, speaker: 'National Port Agency', stance: 'denied' }],
      });
      const named = quotes.map(({ quote, document, statement }) => {
        return { quote, document, statement, aliases: [alias] };
      });
      saved.push(await storeOf().saveArticle(press, article, named));
    }
    const aliases = async () =>
      (await storeOf().findSpeakers(press, 'National Port Agency', 9)).map((speaker) => speaker.aliases);
    expect(await aliases()).toEqual([['NPA', 'Port Agency']]);
    await storeOf().forgetArticle(press, saved[0]?.articleId ?? '');
    expect(await aliases()).toEqual([['Port Agency']]);
    expect(await storeOf().findSpeakers(press, 'NPA', 9)).toEqual([]);
  });

  it('posts nothing more of it in a briefing that is under way, and still knows what was told', async () => {
    const store = storeOf();
    const { articleId } = await save({ statements: [{ content: LEASE, ...LORNE }] });
    const [quote] = await store.listArticleQuotes(press, articleId);
    const told = [quote?.id ?? ''];
    const begin = async (name: string, changes: Partial<Delivery>) => {
      const id = (await store.addBriefing(press, draftBriefing(name)))?.id ?? '';
      await store.openDelivery(press, draftDelivery(id, SLOT, changes));
      return id;
    };
    const posted = { ...MESSAGE, messageId: '2' };
    const fresh = await begin('Morning', { messages: [MESSAGE], told });
    const begun = await begin('Noon', { messages: [posted, MESSAGE], told });
    const other = await begin('Evening', { messages: [MESSAGE], told: ['another'] });
    await store.noteTold(press, begun, told);
    await store.forgetArticle(press, articleId);
    const kept = async (id: string) => {
      const [delivery] = await store.listDeliveries(press, id, 9);
      return [delivery?.messages, delivery?.told];
    };
    expect(await kept(fresh)).toEqual([[], []]);
    expect(await kept(begun)).toEqual([[{ ...posted, body: null }], told]);
    expect(await kept(other)).toEqual([[MESSAGE], ['another']]);
    const again = await save({ statements: [{ content: LEASE, ...LORNE }] });
    const [same] = await store.listArticleQuotes(press, again.articleId);
    expect(await store.findTold(press, begun, [same?.id ?? ''])).toEqual(new Set([same?.id]));
  });

  it('forgets an article once when it is asked to many times, while others are stored', async () => {
    const statements = [{ content: LEASE, ...LORNE }];
    const { articleId } = await save({ outlet: 'Harbour Post', statements });
    const [forgotten] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, () => storeOf().forgetArticle(press, articleId))),
      ...['Evening Bell', 'Coastal Ledger'].map((outlet) => save({ outlet, statements })),
    ]);
    expect(forgotten.filter((told) => told !== null)).toHaveLength(1);
    expect(await found()).toEqual([`${LEASE} +1`]);
  });
}
