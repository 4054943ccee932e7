import type { Span } from '../../records/span.ts';

/** How far around an expression its verb is looked for. Fixed, so that a whole text takes linear time. */
const REACH = 80;

const CLAUSE_ENDS = new Set('.!?;:\n“”"«»');

/** A modal and what it governs ("will be held"), so that its participle does not count as a past tense; or a plan. */
const AHEAD = [
  String.raw`(?:will|shall|won['’]t|would|wouldn['’]t|can|could|may|might|should|must|cannot)\b(?!\s(?:not\s)?have\b)(?:\s(?:not|also|on|\w{1,12}ly))?(?:\sbe)?(?:\s\w{1,20})?`,
  String.raw`['’]ll\s\w{1,20}`,
  String.raw`(?:plans?|planning|expects?|poised|supposed|hopes?|hoping|intends?|aims?|preparing|prepares|going|set|bound|is|are|was|were)\s(?:to|for)\b`,
  String.raw`(?:scheduled|slated|planned|expected|due|upcoming)\b`,
].join('|');

/** A verb that tells of what has happened, or that reports. */
const BEHIND = String.raw`(?:said|says|say|told|tells|was|were|had|did|has|have|gave|made|took|came|went|met|held|spoke|wrote|began|saw|left|won|lost|put|sent|struck|hit|shot|found|fell|got|kept|led|ran|stood|laid|drew|flew|broke|sought|fought|bought|brought|\w{2,20}ed)\b`;

const VERB = new RegExp(String.raw`\b(?:(?<ahead>${AHEAD})|${BEHIND})`, 'gu');

const BEHIND_FOLLOWS = new RegExp(String.raw`^\s(?:\w{1,15}ly\s)?${BEHIND}`, 'u');

const DEADLINE =
  /\b(?:by|until|till|before|through|for|ahead of|due|starting|beginning|effective|coming) (?:on |the |this )?$/iu;

const TOLD_IN = new RegExp(String.raw`\b${BEHIND}\s(?:\w{1,15}\s)?(?:on|in)\s$`, 'u');

function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && start > at - REACH && !CLAUSE_ENDS.has(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at);
}

function clauseAfter(text: string, at: number): string {
  let end = at;
  while (end < text.length && end < at + REACH && !CLAUSE_ENDS.has(text.charAt(end))) end += 1;
  return text.slice(at, end);
}

type Tense = 'ahead' | 'behind' | null;

/** The tense of the first or the last verb of a clause; null where there is none. */
function tenseOf(clause: string, which: 'first' | 'last'): Tense {
  let tense: Tense = null;
  VERB.lastIndex = 0;
  for (let verb = VERB.exec(clause); verb !== null; verb = VERB.exec(clause)) {
    tense = verb.groups?.['ahead'] === undefined ? 'behind' : 'ahead';
    if (which === 'first') return tense;
  }
  return tense;
}

/** Whether the verb nearest before an expression, else after it, says that its day lies ahead ("will vote on Friday"). */
export function liesAhead(text: string, [start, end]: Span): boolean {
  const before = clauseBefore(text, start);
  const after = clauseAfter(text, end);
  if (DEADLINE.test(before) && !/^['’]s\b/.test(after)) return true;
  if (BEHIND_FOLLOWS.test(after)) return false;
  return (tenseOf(before, 'last') ?? tenseOf(after, 'first')) === 'ahead';
}

/**
 * Whether a day that may have been or may come has been: a verb of the past stands right before ("said on November 5"),
 * or is the first to follow where the expression opens the sentence ("In November, they met").
 */
export function hasBeen(text: string, [start, end]: Span): boolean {
  const before = clauseBefore(text, start);
  if (TOLD_IN.test(before)) return true;
  return /^\s*(?:\w{1,7}\s)?$/u.test(before) && tenseOf(clauseAfter(text, end), 'first') === 'behind';
}
