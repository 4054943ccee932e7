import type { Question } from '../records/answer.ts';
import type { Term, Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import type { Store } from '../store/store.ts';

const MAX_TOPICS = 3;
/** A long topic has many parts; the first words say most. */
const MAX_TERMS = 6;

function inWords(terms: readonly Term[]): string {
  return terms.map((term) => (term.length > 1 ? `"${term.join(' ')}"` : term.join(''))).join(' ');
}

/** The topic with one term left out, then each term alone: what is near to it, nearest first. */
function partsOf({ all, none }: Topic): readonly Topic[] {
  const terms = all.slice(0, MAX_TERMS);
  const shorter = terms.length > 2 ? terms.map((left) => terms.filter((term) => term !== left)) : [];
  const single = terms.length > 1 ? terms.map((term) => [term]) : [];
  return [...shorter, ...single].map((part) => ({ all: part, none }));
}

/**
 * Tells which topics near a topic that nothing fits do have quotes, or that the filters leave nothing over; null when
 * there is nothing near.
 */
export async function tellNearest(
  question: Question,
  workspace: string,
  store: Store,
): Promise<string | null> {
  const { speaker, outlet, since, until, leaveOut } = question;
  const topic = parseTopic(question.topic);
  const count = async (request: Parameters<Store['searchQuotes']>[1]) =>
    (await store.searchQuotes(workspace, request)).total;
  if ([speaker, outlet, since, until, leaveOut].some((filter) => filter !== undefined)) {
    const unfiltered = await count({ topic, limit: 1 });
    if (unfiltered > 0)
      return `Without the filters, ${countQuotes(unfiltered)} on file ${unfiltered === 1 ? 'fits' : 'fit'} the topic.`;
  }
  const found: string[] = [];
  for (const part of partsOf(topic)) {
    const total =
      found.length < MAX_TOPICS ? await count({ topic: part, speaker, outlet, since, until, limit: 1 }) : 0;
    if (total > 0) found.push(`${inWords(part.all)} (${countQuotes(total)})`);
  }
  return found.length === 0 ? null : `Nearest topics on file: ${found.join(', ')}.`;
}

function countQuotes(count: number): string {
  return `${count} ${count === 1 ? 'quote' : 'quotes'}`;
}
