import { fullPhraseStartingAt, isComma, isDash, isFinite, isTime } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

export const SUBORDINATORS = new Set(
  'as when while after before if although though since because once until'.split(' '),
);

/** Whether a clause of its own begins at `at`: a noun phrase and its finite verb. */
export function opensClause(units: Units, at: number): boolean {
  const phrase = fullPhraseStartingAt(units, at);
  if (phrase === null || isTime(units, phrase)) return false;
  const behind = units[phrase.to + 1]?.pos === 'ADV' ? phrase.to + 2 : phrase.to + 1;
  return isFinite(units[behind]);
}

/** Where the clause starts whose subject speaks at `before`: behind ", but" or ";", or behind a fronted clause. */
export function clauseStart(units: Units, before: number): number {
  for (let at = before - 2; at > 2; at--) {
    const unit = units[at];
    if (unit === undefined) continue;
    const joined =
      unit.lower === ';' ||
      ((unit.pos === 'CCONJ' || unit.lower === 'while') && (isComma(units[at - 1]) || isDash(units[at - 1])));
    if (joined && opensClause(units, at + 1)) return at + 1;
  }
  const opener = units.findIndex((unit, at) => isComma(unit) || (at === 0 && SUBORDINATORS.has(unit.lower)));
  // "In June, after Hale left, …": what opens the sentence may stand before the subordinate clause.
  const from = opener === 0 ? 0 : opener + 1;
  if (opener < 0 || !SUBORDINATORS.has(units[from]?.lower ?? '') || units.slice(0, from).some(isFinite))
    return 0;
  const comma = units.findIndex(
    (unit, at) => at > from && at < before - 1 && isComma(unit) && opensClause(units, at + 1),
  );
  return comma < 0 ? 0 : comma + 1;
}

/** The first auxiliary, adverb or particle of the verb group that ends at `index`. */
export function groupFrom(units: Units, index: number): number {
  let from = index;
  while (from > 0 && /^(?:AUX|ADV|PART)$/u.test(units[from - 1]?.pos ?? '')) from--;
  return from;
}

/** "was sued by the city" has its doer behind it; "responded by saying" has not. */
export function isPassiveBy(units: Units, at: number): boolean {
  return (
    units[at]?.pos === 'VERB' &&
    units[at + 1]?.lower === 'by' &&
    !(units[at + 2]?.lower.endsWith('ing') ?? false)
  );
}

/** Whether a verb stands in words that go before the main clause: "While critics say …,", "Asked whether …,". */
export function isFronted(units: Units, at: number): boolean {
  const first = units[0]?.pos === 'CCONJ' ? 1 : 0;
  if (at === first) return true;
  return SUBORDINATORS.has(units[first]?.lower ?? '') && !units.slice(first, at).some(isComma);
}

/** Whether a parenthesis is open at `at`. */
export function isInParenthesis(units: Units, at: number): boolean {
  for (let index = at; index >= 0; index--) {
    if (units[index]?.lower === ')') return false;
    if (units[index]?.lower === '(') return true;
  }
  return false;
}
