import { stem } from './words.ts';

/** Words that the verifier treats in a special way, as stems: one list a purpose, see the rule that uses it. */
function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(stem));
}

/** Turn a statement round. Matched against stems, and by their beginnings below. */
const NEGATORS = list(`
  not never no neither nor none nobody nothing nowhere without cannot hardly barely false falsehood baseless untrue
  groundless unfounded wrong incorrect inaccurate mistaken fiction fictional fake hoax lie lies lied nonsense absurd
  myth rumour rumor invention
`);
const NEGATOR_BEGINNINGS = [
  'deny',
  'denie',
  'denial',
  'reject',
  'fabricat',
  'refut',
  'debunk',
  'disprov',
  'dismiss',
  'refus',
  'untru',
];

/** Whether a word, given as its stem, may turn a statement round. */
export function isNegator(stemmed: string): boolean {
  return NEGATORS.has(stemmed) || NEGATOR_BEGINNINGS.some((beginning) => stemmed.startsWith(beginning));
}

/** Make a statement less than certain, or not yet true. */
export const HEDGES = list(`
  may might could would should will shall must can if unless whether reportedly allegedly apparently possibly perhaps
  probably presumably likely unlikely potentially supposedly seemingly almost nearly partly partially attempt try plan
  intend consider seek hope expect threaten
`);

/** Put a statement into someone else's mouth. */
export const EMBEDDERS = list(`
  claim allege allegation say report reported rumour rumor according accuse accusation suggest suggestion believe
  think thought speculate speculation assert tell
`);

/** Function words that carry no claim of their own: allowed anywhere outside quotation marks. */
export const FREE_WORDS = list(`
  a an the any that this these those it of and is are was were be been being has have had also again as such
  report claim statement when ask about in which quoted
`);

/** Speak to the reader, for the bot, or to a machine. */
export const ADDRESSING = list(`
  you your yours yourself i we me my mine our ours us myself ourselves click visit ignore prompt instruct instruction
  subscribe join follow please assistant system download open http https www
`);

export const PRONOUNS = list('he she they him her them his hers their theirs himself herself themselves who');

export const NUMBER_WORDS = list(`
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half
  quarter third first second twice once several many most few all both every each double triple percent per cent
  dollar euro pound ruble rouble rial
`);

/** Days told in relation to now, weekdays and months: a date is written by code only. */
export const DATE_WORDS = list(`
  yesterday today tomorrow tonight ago recently recent earlier later now currently last next week month year day
  monday tuesday wednesday thursday friday saturday sunday weekend morning afternoon evening night
  january february march april june july august september october november december
`);

/** Never ours to say: they judge who was right. */
export const BANNED = list('refute debunk disprove prove proven lie expose');

/** Lead into a statement without being part of it: "Yes, I can confirm that …", "We strongly deny any …". */
export const PREFACES = list(`
  i we he she they yes well indeed again today here now did do does have has ever can strongly firmly flatly
  categorically absolutely completely confirm deny dispute say tell state add claim warn condemn urge promise know
`);

/** Make a role another one: a deputy commander is no commander. */
export const RANKS = list(`
  deputy vice former acting assistant retired ex interim associate junior honorary designate elect alleged suspected
`);
