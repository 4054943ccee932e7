import { sayForgotten } from '../../commands/tell-forgetting.ts';
import { InputError } from '../errors.ts';
import { readStoreOptions } from './store-options.ts';
import { EXIT, type Shell, type Typed } from './verb.ts';

/** `onrecord article forget ID …`: deletes articles with everything that came of them. */
export async function forgetArticles(ids: readonly string[], typed: Typed, shell: Shell): Promise<number> {
  if (ids.length === 0) throw new InputError('Name the article by its id: onrecord article forget ID.');
  const { workspace, location } = readStoreOptions(typed);
  const { readConfig } = await import('../config.ts');
  const { openStore } = await import('../store/open-store.ts');
  const { neutraliseLine } = await import('../view/neutral.ts');
  const store = await openStore(location ?? readConfig().storeLocation, { now: () => new Date() });
  try {
    for (const id of ids) {
      const forgotten = await store.forgetArticle(workspace, id);
      if (forgotten === null)
        throw new InputError(`No article has the id ${id} in the workspace ${workspace}.`);
      const told = typed.isOn('json') ? JSON.stringify(forgotten) : neutraliseLine(sayForgotten(forgotten));
      await shell.print(`${told}\n`);
    }
    return EXIT.done;
  } finally {
    await store.close();
  }
}
