import { beforeEach, expect, it } from 'vitest';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { STANCES } from '../../src/records/quote.ts';
import type { SavedArticle, Store } from '../../src/store/store.ts';
import { composeArticle, type ArticleSketch } from './store-articles.ts';

const LONG = 'We did not sell a single ship to anybody';
const SHORT = 'Not true';
const EVERYTHING = { topic: { all: [], none: [] }, stances: STANCES, limit: 50 };
const EVER = '0001-01-01T00:00:00.000Z';

/** What every store must do with what was told; called within the contract's describe. */
export function describeTold(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  beforeEach(() => {
    tests += 1;
    press = `told press ${tests}`;
    desk = `told desk ${tests}`;
  });
  const save = (
    content: string,
    changes: Partial<ArticleSketch> & { quiet?: boolean; url?: string } = {},
    workspace = press,
  ): Promise<SavedArticle> => {
    const { quiet = false, url = null, ...sketch } = changes;
    const { article, quotes } = composeArticle({
      statements: [{ speaker: 'Mara Lindqvist', content, stance: 'denied' }],
      ...sketch,
    });
    return storeOf().saveArticle(
      workspace,
      { ...article, url, quiet, sketch: sketchOf(article.text) },
      quotes,
    );
  };
  const quoteOf = async ({ articleId }: SavedArticle, workspace = press): Promise<string> => {
    const [quote] = await storeOf().listArticleQuotes(workspace, articleId);
    return quote?.id ?? 'no quote';
  };
  const recorded = async (after: number, storedSince = EVER): Promise<readonly string[]> => {
    const upTo = await storeOf().measureRecord(press);
    const request = { ...EVERYTHING, recorded: { after, upTo, storedSince } };
    const { quotes, total } = await storeOf().searchQuotes(press, request);
    expect(total).toBe(quotes.length);
    return quotes.map(({ content }) => content.text).toSorted();
  };

  it('numbers the quotes of a workspace in the order in which they are stored', async () => {
    expect(await storeOf().measureRecord(press)).toBe(0);
    await save('The first words');
    await save('Words of another desk', {}, desk);
    const before = await storeOf().measureRecord(press);
    expect(before).toBe(1);
    await save('The second words');
    await save('The third words');
    expect(await recorded(0)).toEqual(['The first words', 'The second words', 'The third words']);
    expect(await recorded(before)).toEqual(['The second words', 'The third words']);
    const upTo = { ...EVERYTHING, recorded: { after: before, upTo: before + 1, storedSince: EVER } };
    const { quotes } = await storeOf().searchQuotes(press, upTo);
    expect(quotes.map(({ content }) => content.text)).toEqual(['The second words']);
  });

  it('finds nothing new on the record of quiet articles, nor of those that were stored before', async () => {
    await save('What an archive holds', { quiet: true });
    await save('What is news');
    expect(await recorded(0)).toEqual(['What is news']);
    expect(await recorded(0, '2025-03-02T10:00:00.000Z')).toEqual(['What is news']);
    expect(await recorded(0, '2025-03-02T10:00:00.001Z')).toEqual([]);
  });

  it('knows long words again in any article, for the teller who told them alone', async () => {
    const told = await quoteOf(await save(LONG, { outlet: 'Coastal Ledger' }));
    const again = await quoteOf(await save(LONG, { outlet: 'Harbour News', title: 'Much later' }));
    const other = await quoteOf(await save('Another thing was said on that day'));
    await storeOf().noteTold(press, 'teller', [told]);
    await storeOf().noteTold(press, 'teller', [told]);
    expect(await storeOf().findTold(press, 'teller', [told, again, other])).toEqual(new Set([told, again]));
    expect(await storeOf().findTold(press, 'someone', [told, again])).toEqual(new Set());
    expect(await storeOf().findTold(desk, 'teller', [told, again])).toEqual(new Set());
    await storeOf().forgetTold(press, 'teller');
    expect(await storeOf().findTold(press, 'teller', [told, again])).toEqual(new Set());
  });

  it('takes short words of another day for new ones', async () => {
    const on = (day: string, more: string) => ({
      statements: [{ speaker: 'Mara Lindqvist', content: SHORT, saidOn: [day, day] as const, claim: more }],
    });
    const told = await quoteOf(await save(SHORT, on('2031-03-02', 'One')));
    const sameDay = await quoteOf(await save(SHORT, on('2031-03-02', 'Two')));
    const otherDay = await quoteOf(await save(SHORT, on('2031-04-05', 'Three')));
    await storeOf().noteTold(press, 'teller', [told]);
    expect(await storeOf().findTold(press, 'teller', [told, sameDay, otherDay])).toEqual(
      new Set([told, sameDay]),
    );
  });

  it('knows what was on the record before, in whichever outlet and however quietly', async () => {
    const on = (day: string) => ({
      statements: [
        { speaker: 'Mara Lindqvist', content: SHORT, stance: 'denied', saidOn: [day, day], claim: day },
      ] as const,
    });
    await save(LONG, { outlet: 'Coastal Ledger', quiet: true });
    await save(SHORT, on('2031-03-02'));
    await save('Words that nobody will ever say again', {}, desk);
    const before = await storeOf().measureRecord(press);
    const again = await quoteOf(await save(LONG, { outlet: 'Harbour News', title: 'Much later' }));
    const sameDay = await quoteOf(await save(SHORT, { ...on('2031-03-02'), outlet: 'Harbour News' }));
    const otherDay = await quoteOf(await save(SHORT, on('2031-04-05')));
    const fresh = await quoteOf(await save('Words that nobody will ever say again'));
    const found = (upTo: number) =>
      storeOf().findSaidBefore(press, [again, sameDay, otherDay, fresh], { upTo, isDated: false });
    expect(await found(before)).toEqual(new Set([again, sameDay]));
    expect(await found(0)).toEqual(new Set());
    expect(await storeOf().findSaidBefore(desk, [again], { upTo: before, isDated: false })).toEqual(
      new Set(),
    );
  });

  it('lists what a teller told, the latest first, each teller and workspace its own', async () => {
    const first = await quoteOf(await save(LONG));
    const second = await quoteOf(await save('Other words that were told a little later'));
    await save('Words that nobody was told of yet', {});
    await storeOf().noteTold(press, 'teller', [second, first]);
    const idsOf = async (workspace: string, teller: string, limit: number) =>
      (await storeOf().listTold(workspace, teller, limit)).map(({ id }) => id);
    expect(await idsOf(press, 'teller', 10)).toEqual([second, first]);
    expect(await idsOf(press, 'teller', 1)).toEqual([second]);
    expect(await idsOf(press, 'another', 10)).toEqual([]);
    expect(await idsOf(desk, 'teller', 10)).toEqual([]);
  });

  it('tells once what was corrected of what was told', async () => {
    const url = 'https://ledger.example/ships';
    const told = await quoteOf(await save(LONG, { url }));
    await storeOf().noteTold(press, 'teller', [told]);
    expect(await storeOf().listCorrected(press, 'teller', 10)).toEqual([]);
    const next = await quoteOf(await save(`${LONG}, but for two`, { url }));
    const [corrected, ...more] = await storeOf().listCorrected(press, 'teller', 10);
    expect(more).toEqual([]);
    expect(corrected).toMatchObject({ id: told, superseded: { by: next } });
    expect(await storeOf().listCorrected(desk, 'teller', 10)).toEqual([]);
    await storeOf().noteCorrected(press, 'teller', [told]);
    expect(await storeOf().listCorrected(press, 'teller', 10)).toEqual([]);
  });
}
