import type { CommandDeps } from '../../commands/command.ts';
import { InputError } from '../errors.ts';
import { ingestMany } from '../ingest/ingest-many.ts';
import { isWebAddress, readInput } from './read-input.ts';
import { describeError } from './report-error.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { worstOf, type Shell, type Typed, type Verb } from './verb.ts';

/** Articles and their quotes into the store. */
export const ingest: Verb = {
  name: 'ingest',
  usage: 'FILE|URL|- …',
  summary: 'Store articles and the quotes in them',
  options: [
    { name: 'title', value: 'TITLE', help: 'the headline' },
    { name: 'outlet', value: 'NAME', help: 'who published it' },
    { name: 'url', value: 'URL', help: 'its web address' },
    { name: 'published', value: 'DATE', help: 'when it was published, such as 2024-09-10' },
    ...STORE_OPTIONS,
    { name: 'json', help: 'tell each article as a line of JSON' },
  ],
  async run(typed, shell) {
    const { workspace, location } = readStoreOptions(typed);
    if (typed.words.length === 0)
      throw new InputError('Name the files or web addresses to store, or - for standard input.');
    const { readConfig } = await import('../config.ts');
    const { withServices } = await import('../compose.ts');
    return withServices({ config: readConfig(), location, log: shell.log }, (services) =>
      ingestWords(services.depsFor(workspace), typed, shell),
    );
  },
};

/** Ingests one file after another, telling each; resolves to the exit code, a failure's before bad input's. */
async function ingestWords(deps: CommandDeps, typed: Typed, shell: Shell): Promise<number> {
  const { sayOutcome } = await import('../view/wording.ts');
  const details = {
    title: typed.text('title'),
    outlet: typed.text('outlet'),
    url: typed.text('url'),
    published: typed.text('published'),
  };
  const exitCodes = new Set<number>();
  const results = ingestMany(typed.words, async (path) =>
    deps.ingest(
      isWebAddress(path)
        ? { ...details, url: path, bytes: null, fileName: null }
        : { ...details, ...(await readInput(path, shell)) },
    ),
  );
  for await (const result of results) {
    if ('error' in result) {
      const { message, exitCode, bug } = describeError(result.error);
      exitCodes.add(exitCode);
      shell.warn(message);
      if (bug !== null) shell.log.debug('a bug', bug);
    } else {
      const { articleId, status, quotes } = result.outcome;
      const json = JSON.stringify({ articleId, status, quotes });
      await shell.print(`${typed.isOn('json') ? json : sayOutcome(result.outcome)}\n`);
    }
  }
  return worstOf(exitCodes);
}
