import { nearest } from '../../commands/nearest.ts';
import { InputError } from '../errors.ts';
import { STORE_OPTIONS } from './store-options.ts';
import type { Shell, Typed, Verb } from './verb.ts';

/** The feeds that articles come from. */
export const feed: Verb = {
  name: 'feed',
  usage: 'add|list|test|pause|resume|remove|import|export|poll|parse …',
  summary: 'Follow feeds: their new articles are stored while the bot runs, or by feed poll',
  options: [
    {
      name: 'only',
      value: 'WORDS',
      help: 'add, import: store what holds one of these, such as "missile; pact"',
    },
    { name: 'except', value: 'WORDS', help: 'add, import: store nothing that holds one of these' },
    {
      name: 'hours',
      value: 'N',
      help: 'add, import: what is older is stored and told to nobody, default 24',
    },
    { name: 'url', value: 'URL', help: 'parse: the web address it came from' },
    ...STORE_OPTIONS,
    { name: 'json', help: 'tell it as JSON, each feed on its line' },
    { name: 'jsonl', help: 'parse: read lines {id, file, url?, contentType?}, write lines {id, …}' },
  ],
  async run(typed, shell) {
    const [word = ''] = typed.words;
    if (word === 'parse') {
      const { parseFeedFile } = await import('./feed-parse.ts');
      return parseFeedFile(typed, shell);
    }
    return runStored(word, typed, shell);
  },
};

async function runStored(word: string, typed: Typed, shell: Shell): Promise<number> {
  const { FEED_WORKS, runFeedWork } = await import('./feed-list.ts');
  const work = new Map(Object.entries(FEED_WORKS)).get(word);
  if (work === undefined) throw new InputError(sayUnknown(word, ['parse', ...Object.keys(FEED_WORKS)]));
  return runFeedWork(work, typed, shell);
}

function sayUnknown(word: string, names: readonly string[]): string {
  const close = word === '' ? null : nearest(word, names);
  return close === null
    ? `Say what to do: onrecord feed ${names.join('|')}.`
    : `There is no onrecord feed ${word}. Did you mean ${close}?`;
}
