import type { CommandDeps } from '../../commands/command.ts';
import { InputError, StoreError } from '../errors.ts';
import type { ImportedFiles } from '../ingest/imported-files.ts';
import { ingestMany } from '../ingest/ingest-many.ts';
import { countItems, listItems, type IngestItem } from './ingest-items.ts';
import { createReport } from './ingest-report.ts';
import { startProgress } from './progress.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import type { Shell, Typed, Verb } from './verb.ts';

/** Articles and their quotes into the store. */
export const ingest: Verb = {
  name: 'ingest',
  usage: 'FILE|FOLDER|URL|- …',
  summary: 'Store articles and the quotes in them',
  options: [
    { name: 'title', value: 'TITLE', help: 'the headline' },
    { name: 'outlet', value: 'NAME', help: 'who published it' },
    { name: 'url', value: 'URL', help: 'its web address' },
    { name: 'published', value: 'DATE', help: 'when it was published, such as 2024-09-10' },
    ...STORE_OPTIONS,
    { name: 'quiet', help: 'tell only what went wrong, and the sums' },
    { name: 'json', help: 'tell each article as a line of JSON' },
  ],
  async run(typed, shell) {
    const { workspace, location } = readStoreOptions(typed);
    if (typed.words.length === 0)
      throw new InputError('Name the files, folders or web addresses to store, or - for standard input.');
    const { readConfig } = await import('../config.ts');
    const { withServices } = await import('../compose.ts');
    const { rememberFiles } = await import('../ingest/imported-files.ts');
    return withServices({ config: readConfig(), location, log: shell.log }, ({ store, depsFor }) =>
      ingestWords({ deps: depsFor(workspace), files: rememberFiles(store, workspace) }, typed, shell),
    );
  },
};

/** How many articles in a row the store may refuse before it is seen to be out of order. */
const REFUSALS = 5;

interface Destination {
  readonly deps: CommandDeps;
  readonly files: ImportedFiles;
}

/** Ingests what the words name, several at once, and tells each in its turn; resolves to the exit code. */
async function ingestWords({ deps, files }: Destination, typed: Typed, shell: Shell): Promise<number> {
  const { ARTICLES_AT_ONCE } = await import('../article-workers.ts');
  const details = {
    title: typed.text('title'),
    outlet: typed.text('outlet'),
    url: typed.text('url'),
    published: typed.text('published'),
  };
  const { isMany, total } = await countItems(typed.words);
  const report = createReport({ shell, isMany, isJson: typed.isOn('json'), isQuiet: typed.isOn('quiet') });
  const isShown = isMany && !typed.isOn('quiet');
  const progress = isShown ? startProgress({ total, things: 'articles', shell, now: Date.now }) : null;
  const ingestItem = async ({ file, isWholeFile, open }: IngestItem) => {
    const store = async () => deps.ingest(await open());
    return file !== null && isWholeFile ? files.ingestOnce(file, store) : store();
  };
  const items = listItems(typed.words, { details, shell, onOther: report.passOver });
  let done = 0;
  let refusals = 0;
  for await (const result of ingestMany(items, ingestItem, ARTICLES_AT_ONCE)) {
    done += 1;
    await report.tell(result);
    progress?.show(done);
    refusals = 'error' in result && result.error instanceof StoreError ? refusals + 1 : 0;
    if (refusals === REFUSALS) break;
  }
  progress?.end();
  await files.flush();
  await report.summarise();
  return report.exitCode();
}
