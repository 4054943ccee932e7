import { classifyStance } from '../../quotes/stance.ts';
import type { Stance } from '../../records/quote.ts';

const NEGATION =
  'not|no|never|none|nothing|nobody|neither|nor|cannot|without|false|untrue|baseless|unfounded|groundless|fabricat\\w*|invented|lies?|hoax|nonsense';

/** The words without which a statement does not make that move. */
const WORDS: Readonly<Record<Exclude<Stance, 'claimed'>, RegExp>> = {
  denied: wordsOf(`den(?:y|ie[sd]|ials?|ying)|reject\\w*|refut\\w*|dismiss\\w*|rebut\\w*|${NEGATION}`),
  disputed: wordsOf(
    `disput\\w*|challeng\\w*|contest\\w*|question\\w*|contradict\\w*|contend\\w*|counter\\w*|disagree\\w*|reject\\w*|dismiss\\w*|doubt\\w*|mislead\\w*|inaccurate|exaggerat\\w*|wrong|incorrect|distort\\w*|${NEGATION}`,
  ),
  declined: wordsOf(
    "declin\\w*|refus\\w*|no comment|silent|silence|neither|(?:not|n't|never|cannot|unable|without) .{0,40}?(?:confirm|comment|say|answer|respond|discuss|elaborate|den|repl|disclos|speculat|return|address|rul)\\w*",
  ),
  confirmed: wordsOf(
    'confirm\\w*|acknowledg\\w*|admit\\w*|admission|conced\\w*|verif\\w*|affirm\\w*|recogni[sz]\\w*|agree\\w*|accept\\w*|corroborat\\w*|yes|true|indeed',
  ),
  warned: wordsOf(
    'warn\\w*|caution\\w*|threat\\w*|alert\\w*|consequences|regret|retaliat\\w*|risk\\w*|danger\\w*',
  ),
  condemned: wordsOf(
    'condemn\\w*|denounc\\w*|critici[sz]\\w*|blam\\w*|accus\\w*|decr\\w*|deplor\\w*|slam\\w*|blast\\w*|attack\\w*|lambast\\w*|rebuk\\w*|protest\\w*|outrag\\w*|shame\\w*|unacceptable|appalling|castigat\\w*|call(?:s|ed|ing)?',
  ),
  urged: wordsOf(
    'urg\\w*|call(?:s|ed|ing)? (?:on|for|upon)|appeal\\w*|demand\\w*|ask\\w*|request\\w*|plead\\w*|beg\\w*|recommend\\w*|advis\\w*|encourag\\w*|propos\\w*|suggest\\w*|order\\w*|must|should|insist\\w*|exhort\\w*|implor\\w*',
  ),
  promised: wordsOf(
    "promis\\w*|pledg\\w*|vow\\w*|commit\\w*|assur\\w*|guarante\\w*|undert\\w*|swore|swear\\w*|will|'ll|shall|would",
  ),
};

function wordsOf(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');
}

const NOT = /n't(?!\p{L})/iu;
const NEGATIVE = new Set<Stance>(['denied', 'disputed']);

/** How a statement is worded in an English article. */
export interface Wording {
  /** The words right before the cue, in its paragraph. */
  readonly before: string;
  readonly cue: string;
  readonly content: string;
}

/**
 * The stance a model gave, where the words bear it: `declined` for what is no denial ("did not deny"), null where no
 * word makes that move.
 */
export function checkStance(stance: Stance, wording: Wording): Stance | null {
  const { before, cue, content } = {
    before: plain(wording.before),
    cue: plain(wording.cue),
    content: plain(wording.content),
  };
  const read = { lemma: '', cue: `${before}${cue}`, negated: false, passive: false, content: '', before };
  if (stance !== 'claimed' && classifyStance(read) === 'declined') return 'declined';
  if (stance === 'claimed') return stance;
  const words = `${cue} ${content}`;
  const isWorded = WORDS[stance].test(words) || (NEGATIVE.has(stance) && NOT.test(words));
  return isWorded ? stance : null;
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('’', "'");
}
