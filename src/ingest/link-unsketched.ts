import { sketchOf } from '../article/near-duplicates/sketch.ts';
import type { Store } from '../store/store.ts';

const AT_ONCE = 50;

/**
 * Links articles that were stored before copies were recognised with their copies; `workspace` is null for all. Resolves to
 * how many have any. What was linked is not looked at again, so that a run which was stopped goes on.
 */
export async function linkUnsketched(
  workspace: string | null,
  store: Pick<Store, 'listUnsketched' | 'linkArticle'>,
): Promise<number> {
  let linked = 0;
  for (let after = 0; ;) {
    const articles = await store.listUnsketched({ workspace, after, limit: AT_ONCE });
    for (const article of articles) {
      const sketch = sketchOf(article.text);
      const isCopy =
        sketch.length > 0 && (await store.linkArticle(article.workspace, article.articleId, sketch));
      linked += isCopy ? 1 : 0;
      after = article.position;
    }
    if (articles.length < AT_ONCE) return linked;
  }
}
