import type { SearchRequest, Term } from '../../records/search.ts';
import { facetsAskedFor } from '../facets.ts';
import { wordsOf } from '../words.ts';

/** A request in PostgreSQL's query language: the words still to be stemmed, the facets as they stand. */
export interface PostgresQuery {
  readonly words: string;
  readonly facets: string;
}

/** No word of a text begins with this sign, so that no topic finds a facet. */
const SIGN = '¶';

/**
 * The tsquery of a request, https://www.postgresql.org/docs/current/datatype-textsearch.html; null when nothing can
 * fit. Only letters and digits ever come from outside, always between quotation marks.
 */
export function tsqueryOf(workspaceId: number, request: SearchRequest): PostgresQuery | null {
  const { all, none } = request.topic;
  const facets = facetsAskedFor(workspaceId, request);
  const wanted = all.map(phraseOf);
  const unwanted = none.map(phraseOf).filter((phrase) => phrase !== null);
  if (facets === null || !wanted.every((phrase) => phrase !== null)) return null;
  if (wanted.length + facets.length === 0) return null;
  const beyondTitle = wanted.map((phrase) => `${phrase}:ABC`);
  return {
    words: [
      ...(wanted.length === 0 ? [] : [`(${wanted.join(' & ')})`, `(${beyondTitle.join(' | ')})`]),
      ...unwanted.map((phrase) => `!${phrase}`),
    ].join(' & '),
    facets: [workspaceLexeme(workspaceId), ...facets.map(anyOf)].join(' & '),
  };
}

function anyOf(group: readonly (readonly string[])[]): string {
  return `(${group.map((facets) => `(${facets.map(lexeme).join(' & ')})`).join(' | ')})`;
}

/** The facets of a stored quote, and its workspace, as they stand in the index. */
export function facetLexemes(workspaceId: number, facets: readonly string[]): readonly string[] {
  return [workspaceLexeme(workspaceId), ...facets.map(lexeme)];
}

function workspaceLexeme(workspaceId: number): string {
  return lexeme(`w${workspaceId}`);
}

function lexeme(facet: string): string {
  return `${SIGN}${facet}`;
}

/** Null for a term without a letter or digit, which no text can be found by. */
function phraseOf(term: Term): string | null {
  const words = wordsOf(term.join(' '));
  return words.length === 0 ? null : `'${words.join(' ')}'`;
}
