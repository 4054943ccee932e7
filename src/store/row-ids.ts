import type { SearchRequest } from '../records/search.ts';

/** How many quotes a workspace has room for. Two million such workspaces fit below 2 ** 53. */
const ROOM = 2 ** 32;

/**
 * The row ids of a workspace's quotes, both ends included. Each workspace has a range of its own, so that a search
 * reads that range of the word index and no other.
 */
export function rowIdsOf(workspaceId: number): { readonly first: number; readonly last: number } {
  return { first: workspaceId * ROOM, last: (workspaceId + 1) * ROOM - 1 };
}

/** Of a workspace's quotes those that a request looks at, both ends included; the first quote has the number 1. */
export function rowsRecorded(
  workspaceId: number,
  { recorded }: Pick<SearchRequest, 'recorded'>,
): { readonly first: number; readonly last: number } {
  const rows = rowIdsOf(workspaceId);
  if (recorded === undefined) return rows;
  return { first: rows.first + recorded.after, last: rows.first + recorded.upTo - 1 };
}
