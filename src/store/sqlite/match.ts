import type { SearchRequest, Term } from '../../records/search.ts';
import { facetsAskedFor } from '../facets.ts';
import { wordsOf } from '../words.ts';

const ANYWHERE = '{content claim context title}';

/**
 * The FTS5 query of a request, https://www.sqlite.org/fts5.html#full_text_query_syntax; null when nothing can fit.
 * Only letters and digits ever come from outside, always between quotation marks: no text can break the syntax.
 */
export function matchExpression(workspaceId: number, request: SearchRequest): string | null {
  const { all, none } = request.topic;
  const facets = facetsAskedFor(workspaceId, request);
  const wanted = all.map(phraseOf);
  const unwanted = none.map(phraseOf).filter((phrase) => phrase !== null);
  if (facets === null || !wanted.every((phrase) => phrase !== null)) return null;
  if (wanted.length + facets.length === 0) return null;
  const positive = [
    ...(wanted.length === 0 ? [] : [`${ANYWHERE} : (${wanted.join(' AND ')})`]),
    ...facets.map((group) => `facets : (${group.map(allOf).join(' OR ')})`),
  ].join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${ANYWHERE} : (${unwanted.join(' OR ')}))`;
}

/** Null for a term without a letter or digit, which no text can be found by. */
function phraseOf(term: Term): string | null {
  const words = wordsOf(term.join(' '));
  return words.length === 0 ? null : quoted(words.join(' '));
}

function allOf(facets: readonly string[]): string {
  return `(${facets.map(quoted).join(' AND ')})`;
}

function quoted(words: string): string {
  return `"${words}"`;
}
