import { InputError } from '../src/errors.ts';
import { shownWords, speakerLabel, type Quote } from '../src/records/quote.ts';
import type { ListedItem } from '../src/records/view.ts';
import type { ChosenMessage, MessageMenu, Submission } from './command.ts';

const LINK = /https?:\/\/[^\s<>|]+/gu;
/** Links of one message that are fetched. */
const MAX_LINKS = 5;
/** The words of a message that a question is made of; all of them have to be found. */
const TOPIC_WORDS = 8;

/** Stores what a message links to, or else its own words. */
const saveToArchive: MessageMenu = {
  name: 'Save to archive',
  access: 'managers',
  visibility: 'public',
  async run(message, deps) {
    const outcomes = [];
    const submissions = submissionsOf(message);
    for (const [index, submission] of submissions.entries())
      outcomes.push(await deps.ingest(submission, { nth: index + 1, total: submissions.length }));
    return { kind: 'ingested', outcomes };
  },
};

/** Finds the quotes in what a message links to, or else in its own words. Nothing is stored. */
const extractQuotes: MessageMenu = {
  name: 'Extract quotes',
  access: 'everyone',
  visibility: 'only-you',
  async run(message, deps) {
    const quotes: Quote[] = [];
    const submissions = submissionsOf(message);
    for (const [index, submission] of submissions.entries())
      quotes.push(...(await deps.extract(submission, { nth: index + 1, total: submissions.length })));
    return {
      kind: 'listing',
      listing: {
        title: quotes.length === 1 ? '1 quote in this message' : `${quotes.length} quotes in this message`,
        items: quotes.map(tellQuote),
        note:
          quotes.length === 0
            ? 'There is no attributed statement in it.'
            : 'Nothing of this is stored; “Save to archive” stores it.',
      },
    };
  },
};

/** Asks who denied what a message says. */
const whoDeniedThis: MessageMenu = {
  name: 'Who denied this?',
  access: 'everyone',
  visibility: 'public',
  async run({ text, titles }, deps) {
    const words = withoutLinks(text) || (titles[0] ?? '');
    const topic = words
      .split(/\s+/u)
      .map((word) => word.replaceAll(/[^\p{L}\p{N}'’]/gu, ''))
      .filter((word) => word !== '')
      .slice(0, TOPIC_WORDS)
      .join(' ')
      .slice(0, 200);
    if (topic === '') throw new InputError('This message has no words to ask about. Ask with /who-denied.');
    return { kind: 'answer', answer: await deps.ask({ topic, stance: 'denied' }) };
  },
};

/** What can be done with a message, in the order in which Discord lists it. */
export const MESSAGE_MENUS: readonly MessageMenu[] = [saveToArchive, extractQuotes, whoDeniedThis];

function submissionsOf({ text, day }: ChosenMessage): readonly Submission[] {
  const links = [...new Set(text.match(LINK))].slice(0, MAX_LINKS);
  if (links.length > 0) return links.map((url) => ({ bytes: null, fileName: null, url }));
  if (text.trim() === '') throw new InputError('This message has neither text nor a link.');
  return [{ bytes: new TextEncoder().encode(text), fileName: null, published: day }];
}

function withoutLinks(text: string): string {
  return text.replaceAll(LINK, ' ').trim();
}

function tellQuote(quote: Quote): ListedItem {
  const { speaker, stance } = quote;
  return {
    name: `${speaker === null ? 'Speaker not told' : speakerLabel(speaker)}, ${stance}`,
    facts: [`“${shownWords(quote)}”`],
  };
}
