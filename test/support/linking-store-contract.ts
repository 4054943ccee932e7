import { beforeEach, expect, it } from 'vitest';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { linkUnsketched } from '../../src/ingest/link-unsketched.ts';
import type { Store } from '../../src/store/store.ts';
import { composeArticle, type StatementSketch } from './store-articles.ts';

const STATEMENTS: readonly StatementSketch[] = ['lease', 'canal', 'bridge', 'quay'].map((thing) => ({
  content: `The ${thing} of Ullen was never sold to anybody, and it will not be sold while I sit in this office`,
  speaker: 'Ada Lorne',
}));

/** What every store must do with articles from before copies were recognised; called within the contract's describe. */
export function describeLinking(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  beforeEach(() => {
    tests += 1;
    press = `linking press ${tests}`;
    desk = `linking desk ${tests}`;
  });
  const save = async (workspace: string, outlet: string, statements = STATEMENTS) => {
    const { article, quotes } = composeArticle({ outlet, statements });
    const { articleId } = await storeOf().saveArticle(workspace, article, quotes);
    return articleId;
  };
  const copiesOf = async (workspace: string, articleId: string) =>
    (await storeOf().listArticleQuotes(workspace, articleId)).map(({ copies }) => copies?.length ?? 0);

  it('links articles from before copies were recognised, in their own workspace, once', async () => {
    const first = await save(press, 'Post');
    const second = await save(press, 'Bell', STATEMENTS.slice(0, 3));
    const other = await save(desk, 'Mail');
    const short = await save(press, 'Note', [{ content: 'No' }]);
    const wanted = { workspace: press, after: 0, limit: 9 };
    const found = await storeOf().listUnsketched(wanted);
    expect(found.map(({ workspace, articleId }) => [workspace, articleId])).toEqual([
      [press, first],
      [press, second],
      [press, short],
    ]);
    expect(await copiesOf(press, first)).toEqual([0, 0, 0, 0]);
    expect(await linkUnsketched(press, storeOf())).toBe(1);
    expect(await copiesOf(press, first)).toEqual([1, 1, 1, 0]);
    expect(await storeOf().listUnsketched(wanted)).toEqual([]);
    expect(await linkUnsketched(press, storeOf())).toBe(0);
    expect(await storeOf().listUnsketched({ ...wanted, workspace: desk })).toMatchObject([
      { articleId: other },
    ]);
    expect(await copiesOf(desk, other)).toEqual([0, 0, 0, 0]);
  });

  it('goes on behind the last one that was seen, and links nothing twice', async () => {
    const first = await save(press, 'Post');
    const second = await save(press, 'Bell', STATEMENTS.slice(0, 3));
    const [seen] = await storeOf().listUnsketched({ workspace: press, after: 0, limit: 1 });
    const after = seen?.position ?? 0;
    const next = await storeOf().listUnsketched({ workspace: press, after, limit: 9 });
    expect([seen?.articleId, ...next.map(({ articleId }) => articleId)]).toEqual([first, second]);
    const sketch = sketchOf(seen?.text ?? '');
    expect(await storeOf().linkArticle(press, first, sketch)).toBe(false);
    expect(await storeOf().linkArticle(press, first, sketch)).toBe(false);
    expect(await storeOf().linkArticle(desk, second, sketch)).toBe(false);
    expect(await storeOf().linkArticle(press, second, sketchOf(next[0]?.text ?? ''))).toBe(true);
  });
}
