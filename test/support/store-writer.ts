import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { composeArticle } from './store-articles.ts';

/**
 * A process that stores articles one after the other and prints the id of each once it is confirmed.
 * Arguments: the store's path, a label for its articles, how many.
 */
const [path = '', label = '', count = '0'] = process.argv.slice(2);
const store = await openStore(path, { now: () => new Date() });
for (let number = 0; number < Number(count); number += 1) {
  const statements = [1, 2, 3].map((part) => ({
    content: `Canal ${label} ${number} ${part}`,
    speaker: 'Ada Lorne',
  }));
  const { article, quotes } = composeArticle({ outlet: 'Harbour Post', statements });
  const { articleId } = await store.saveArticle('press', article, quotes);
  writeSync(1, `${articleId}\n`);
}
await store.close();
