import { sql } from 'kysely';
import type { Database, NameKind } from './tables.ts';

const LONGEST = 40;
/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** Two letters that change places are in four trigrams. */
const LOST_TO_A_SLIP = 4;
const CANDIDATES = 300;
const MAX_ALIKE = 20;

/** Each three letters in a row of a word, with a space before and behind it: " ad", "ada", "da ". */
export function trigramsOf(word: string): readonly string[] {
  const letters = [' ', ...Array.from(word).slice(0, LONGEST), ' '];
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))];
}

/**
 * How many letters to leave out, put in, change or swap with their neighbour to make one word of the other: restricted
 * Damerau-Levenshtein distance, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance.
 */
function editDistance(one: string, other: string): number {
  const [from, to] = [Array.from(one), Array.from(other)];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 0;
}

/**
 * Words of names that `typed` may be a slip of, the nearest first: one letter off, two in a long word. Found by the
 * trigrams they share, so that a million quotes need no scan; the same in both databases, with no extension.
 */
export async function findAlikeWords(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  typed: string,
): Promise<readonly string[]> {
  const length = Array.from(typed).length;
  if (length < SHORTEST || length > LONGEST) return [];
  const slips = length < 7 ? 1 : 2;
  const trigrams = trigramsOf(typed);
  const rows = await database
    .selectFrom('word_trigrams')
    .select('word')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('trigram', 'in', trigrams)
    .where(sql<number>`length(word)`, '>=', length - slips)
    .where(sql<number>`length(word)`, '<=', length + slips)
    .groupBy('word')
    .having(sql<number>`count(*)`, '>=', Math.max(1, trigrams.length - LOST_TO_A_SLIP * slips))
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('word')
    .limit(CANDIDATES)
    .execute();
  return rows
    .map(({ word }) => ({ word, distance: editDistance(typed, word) }))
    .filter(({ distance }) => distance <= slips)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, MAX_ALIKE)
    .map(({ word }) => word);
}
