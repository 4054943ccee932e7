import { findDates } from '../quotes/dates/find-dates.ts';
import type { Question } from '../records/answer.ts';
import type { Stance } from '../records/quote.ts';

/** Which words of a question ask for which stance; the first that is found counts. */
const STANCES_ASKED: readonly (readonly [Stance, RegExp])[] = [
  [
    'declined',
    /\b(?:no comment|(?:declined?|refused?|declining|refusing) to (?:comment|confirm|say|answer)|(?:would|did|will) ?n[o']t (?:comment|confirm))\b/i,
  ],
  ['denied', /\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?)\b/i],
  ['disputed', /\b(?:disput(?:e|es|ed|ing)|contest(?:s|ed)?|cast(?:s|ing)? doubt on)\b/i],
  [
    'confirmed',
    /\b(?:confirm(?:s|ed|ing|ation)?|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)|conced(?:e|es|ed))\b/i,
  ],
  ['warned', /\bwarn(?:s|ed|ing|ings)?\b/i],
  ['condemned', /\b(?:condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing))\b/i],
  ['urged', /\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?)\b/i],
  ['promised', /\b(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?)\b/i],
];

/** Words that only make the question. */
const ASKING = new Set(
  (
    'who whom whose what which when where why how has have had did does do is are was were will would can could should ' +
    'anyone anybody someone somebody everyone everybody nobody any some all ever yet still already really actually ' +
    'said say says saying tell tells told talk talked speak spoke spoken comment commented respond responded statement statements ' +
    'quote quotes quoted record please me us we you i about regarding concerning on of in at by from to for with the a an and or ' +
    'that this these those there it its be been being not sending sent made make happened happen far so'
  ).split(' '),
);

/** What stands before a day that begins, ends or is the period. */
const SINCE = /\b(?:since|after|from)\s+$/i;
const UNTIL = /\b(?:until|till|before|up to|to)\s+$/i;
const WITHIN = /\b(?:on|in|during|over|this|the)\s+$/i;
const LEAD = 16;

interface FoundPeriod {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** The text without the words that told it. */
  readonly rest: string;
}

/** The days a question names, counted from `today`: "since last Monday", "in March 2025", "last week". */
function findPeriod(text: string, today: string): FoundPeriod {
  let [since, until]: [string | undefined, string | undefined] = [undefined, undefined];
  let rest = '';
  let at = 0;
  for (const { from, to, span } of findDates(text, today)) {
    const before = text.slice(Math.max(at, span[0] - LEAD), span[0]);
    const [begins, ends] = [SINCE.exec(before), UNTIL.exec(before)];
    if (ends === null) since ??= from;
    if (begins === null) until ??= to;
    const lead = (begins ?? ends ?? WITHIN.exec(before))?.[0].length ?? 0;
    rest += `${text.slice(at, span[0] - lead)} `;
    at = span[1];
  }
  const inOrder = since === undefined || until === undefined || since <= until;
  return { ...(inOrder ? { since, until } : {}), rest: rest + text.slice(at) };
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’&.-][\p{L}\p{M}\p{N}]+)*/gu;
const MAX_WORDS = 8;

/** Reads a question without a model: a stance and days where its words say so, and what is left as the topic. */
export function readQuestionWords(text: string, today: string): Question {
  const { since, until, rest } = findPeriod(text, today);
  const stance = STANCES_ASKED.find(([, words]) => words.test(rest));
  const left = stance === undefined ? rest : rest.replace(stance[1], ' ');
  const topic = (left.match(WORD) ?? [])
    .filter((word) => !ASKING.has(word.toLowerCase()))
    .slice(0, MAX_WORDS);
  return { topic: topic.join(' '), stance: stance?.[0] ?? null, since, until };
}
