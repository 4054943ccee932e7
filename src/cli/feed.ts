import { nearest } from '../../commands/nearest.ts';
import { InputError } from '../errors.ts';
import type { Shell, Typed, Verb } from './verb.ts';

type FeedWork = (typed: Typed, shell: Shell) => Promise<number>;

/** What `onrecord feed` does, by the word that follows it. */
const WORKS: Readonly<Record<string, () => Promise<FeedWork>>> = {
  parse: async () => (await import('./feed-parse.ts')).parseFeedFile,
};

/** The feeds that articles come from. */
export const feed: Verb = {
  name: 'feed',
  usage: 'parse [FILE|-]',
  summary: 'Read what a feed holds, store nothing',
  options: [
    { name: 'url', value: 'URL', help: 'parse: the web address it came from' },
    { name: 'json', help: 'tell it as JSON' },
    { name: 'jsonl', help: 'parse: read lines {id, file, url?, contentType?}, write lines {id, …}' },
  ],
  async run(typed, shell) {
    const word = typed.words[0] ?? '';
    const work = WORKS[word];
    if (work === undefined) throw new InputError(sayUnknown(word));
    return (await work())(typed, shell);
  },
};

function sayUnknown(word: string): string {
  const names = Object.keys(WORKS);
  const close = word === '' ? null : nearest(word, names);
  return close === null
    ? `Say what to do: onrecord feed ${names.join('|')}.`
    : `There is no onrecord feed ${word}. Did you mean ${close}?`;
}
