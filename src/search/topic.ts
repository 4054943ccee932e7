import { InputError } from '../errors.ts';
import type { Term, Topic } from '../records/search.ts';
import { isStopWord } from './stop-words.ts';

const MAX_CHARACTERS = 200;
const MAX_TERMS = 20;

/** A phrase in quotation marks of any make, or a word with what joins its parts: U.S, O'Brien, al-Anbiya, 1,000. */
const WORD = /[\p{L}\p{M}\p{N}\p{Co}]+(?:[.,'’&\-\u2010\u2011][\p{L}\p{M}\p{N}\p{Co}]+)*/gu;
const PART =
  /(?<minus>(?<=^|\s)[-\u2212\u2013])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]|(?<words>[^\s"“”„«»]+))/gu;

/**
 * Reads a topic as a person types it: words and "quoted phrases", all of which must be found; `-word` and
 * `-"a phrase"`, none of which may be. Words that say nothing by themselves ("the", "of") are left out; inside a
 * phrase they keep its words in their places.
 * Throws InputError when nothing is left to look for, or when the topic is longer than a topic can be.
 */
export function parseTopic(text: string): Topic {
  if (text.length > MAX_CHARACTERS) {
    throw new InputError(
      `A topic may have ${MAX_CHARACTERS} characters at most; name just the words that matter.`,
    );
  }
  const all: Term[] = [];
  const none: Term[] = [];
  for (const { groups } of text.matchAll(PART)) {
    const terms = groups?.phrase === undefined ? termsOf(groups?.words ?? '') : phraseOf(groups.phrase);
    (groups?.minus === undefined ? all : none).push(...terms);
  }
  const topic = { all: withoutRepeats(all), none: withoutRepeats(none) };
  refuseUnsearchable(topic);
  return topic;
}

function refuseUnsearchable({ all, none }: Topic): void {
  if (all.length === 0) {
    throw new InputError(
      none.length === 0
        ? 'The topic has no word to look for; name what was talked about, such as: missile transfer.'
        : 'The topic only says what to leave out; add at least one word to look for.',
    );
  }
  if (all.length + none.length > MAX_TERMS) {
    throw new InputError(
      `A topic may have ${MAX_TERMS} words or phrases at most; name just those that matter.`,
    );
  }
}

function termsOf(words: string): readonly Term[] {
  return (words.match(WORD) ?? []).filter((word) => !isStopWord(word)).map((word) => [word]);
}

/** A phrase as one term, without the stop words at its ends unless it has no other words. */
function phraseOf(phrase: string): readonly Term[] {
  const words = phrase.match(WORD) ?? [];
  if (words.length === 0) return [];
  const first = words.findIndex((word) => !isStopWord(word));
  const last = words.findLastIndex((word) => !isStopWord(word));
  return [first === -1 ? words : words.slice(first, last + 1)];
}

function withoutRepeats(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [term.join(' ').toLowerCase(), term])).values()];
}
