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

const DAY = String.raw`(\d{4}-\d{2}-\d{2})`;
const SINCE = new RegExp(String.raw`\b(?:since|after|from)\s+${DAY}\b`, 'i');
const UNTIL = new RegExp(String.raw`\b(?:until|till|before|to)\s+${DAY}\b`, 'i');
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’&.-][\p{L}\p{M}\p{N}]+)*/gu;
const MAX_WORDS = 8;

/** Reads a question without a model: a stance and days where its words say so, and what is left as the topic. */
export function readQuestionWords(text: string): Question {
  const stance = STANCES_ASKED.find(([, words]) => words.test(text));
  const since = SINCE.exec(text)?.[1];
  const until = UNTIL.exec(text)?.[1];
  const rest = [SINCE, UNTIL, ...(stance === undefined ? [] : [stance[1]])].reduce(
    (left, words) => left.replace(words, ' '),
    text,
  );
  const topic = (rest.match(WORD) ?? [])
    .filter((word) => !ASKING.has(word.toLowerCase()))
    .slice(0, MAX_WORDS);
  return { topic: topic.join(' '), stance: stance?.[0] ?? null, since, until };
}
