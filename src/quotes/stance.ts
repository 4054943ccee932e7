import type { Stance } from '../records/quote.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';

/** What the stance of a statement is read from; all lower case, apostrophes straight. */
export interface StanceInput {
  readonly lemma: string;
  /** The cue's whole verb group, and what stands between it and the content. */
  readonly cue: string;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly content: string;
}

const NON_DENIAL =
  /\b(?:did|does|do|has|have|had|would|could|will)(?: not|n't) (?:immediately |directly |explicitly |quite )?(?:deny|rule out|dispute|denied|disputed|ruled out)\b|\bnever denied\b|\bwithout denying\b|\bstopp(?:ed|ing) short of (?:deny|confirm|rul)/u;
const REFUSAL_VERB = /\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing))\b/u;
const REFUSAL_CUE =
  /\b(?:would|will|could|can|did|does|do)(?: not|n't)(?: be)?(?: immediately| directly| say| answer)? ?(?:say|saying|confirm|comment|answer|respond|discuss|disclose|elaborate|specify|name|identify|reveal|reply|return|address|drawn)\b|\bcannot (?:confirm|say|comment)\b|\bneither confirm(?:ed|s)? nor den(?:y|ied|ies)\b|\bno comment\b|\b(?:has|have|had|is|are)(?: not|n't| never| yet to)(?: yet| so far| publicly| immediately| directly)? (?:comment|respond|repl|answer|address|elaborat|disclos|reveal|specif)/u;
const REFUSAL_CONTENT =
  /^(?:i|we|he|she|they|it|the \w+)?\s*(?:cannot|can't|could not|couldn't|can not|would not|wouldn't|will not|won't|am not going to|are not going to|is not going to|'m not going to|'re not going to)(?: be)?(?: \w+ly)? ["“'‘]?(?:confirm|comment|say|discuss|get into|speculate|drawn|answer|elaborate|litigate|address|verify|respond|go into|talk about)\b|\bno comment\b|\b(?:could|can|would|will) neither confirm nor (?:deny|rule)\b|\bneither confirm(?:ed)? nor den(?:y|ied)\b|\bwould not be drawn\b|\bwhether (?:it|they|the \w+) (?:was|were|is|are) (?:true|accurate|correct|real)\b|\b(?:not|n't) in a position to (?:confirm|comment|say)\b/u;
/** Says that something is not so, whatever it is about. */
const PLAIN_DENIAL =
  /\b(?:no truth|never happened|did not happen|didn't happen|did nothing wrong|done nothing wrong|no such (?:\w+ )?(?:thing|\w+ (?:took place|happened|existed|exists))|nothing to do with|nothing of the (?:kind|sort)|no plans? (?:to|for)|no intention (?:to|of)|"no plans?"|“no plans?”|(?<!plead(?:s|ed|ing)? )not guilty|(?:i am|i'm|we are|we're|he is|he's|he was|she is|she's|she was|they are|they're|they were) (?:\w+ )?innocent)\b|\b(?:we|i|he|she|they|it)(?: ["“']?(?:\w+ly|has|have|had)["”']?)* ["“']?(?:den(?:y|ied|ies)|refut(?:e|es|ed))\b|["“]no plans?["”]/u;
/** Calls something false: a denial where it is a claim, an opinion where it is a plan or a price. */
const FALSE =
  "(?:not true|untrue|isn't true|wasn't true|(?:(?:is|are|was|were|\\w+ly) (?:\\w+ly |just |all )?[\"“']?|[\"“'])(?:false|untrue|fake|bogus)|baseless|unfounded|groundless|without foundation|without basis|no basis|fabricat\\w*|invented|made up|fiction|fictitious|nonsense|rubbish|a lie|lies|a hoax|fake news|fake story|not credible|(?:absurd|ridiculous|preposterous|ludicrous|laughable)(?=[\"”’']?(?:$|[.,;!]| (?:and|but|as|that|because)\\b))|(?:false|untrue|fake|bogus)$)";
const FALSITY = new RegExp(`\\b${FALSE}\\b|["“']${FALSE}\\b`, 'u');
const CLAIM_NOUN =
  /\b(?:reports?|reporting|claims?|allegations?|accusations?|charges?|rumou?rs?|stor(?:y|ies)|suggestions?|assertions?|speculation|statements?|account|version|narrative|articles?|coverage|dossier|leaks?|insinuations?|smears?|talk of|answers?|testimony|explanations?|arguments?|evidence|notion|idea that)\b/u;
/** "it was false", "that's a lie", "all lies": what is called false was named before. */
const ANAPHORIC = new RegExp(
  `^(?:(?:and|but|so|well|look),? )?(?:(?:it|this|that|these|those|they|everything|all of (?:it|this|that)|none of (?:it|this|that)|what (?:he|she|they|was|has|is) [^,.;]{1,40})(?:'s|'re| (?:is|was|are|were|has|have|isn't|wasn't|aren't|weren't|all|simply|just)\\b)|(?:(?:it|them)(?: as)?|(?:this|that|these|those) as) ["“']?(?!would |could |might |may |should |will )(?:[\\w-]+ ){0,3}["“']?${FALSE}|(?:(?:an?|all|as|just|simply|\\w+ly|pure|absolute|complete|total|utter|nothing but|another|more) )*["“']?${FALSE})`,
  'u',
);
const ANSWER_NO =
  /^(?:no|never|absolutely not|of course not|certainly not|not at all|not to my knowledge)\s*(?:[.,!;–—]|$)/u;
const PARTLY_FALSE =
  /\bnot (?:all|every|entirely|quite|wholly|fully|exactly)\b[^.]{0,60}\b(?:correct|true|accurate|right|the case|so|reliable)\b/u;
const DISPUTING =
  /\b(?:misleading|inaccurate|exaggerat\w+|overblown|overstated|out of context|one-sided|distort\w+|misrepresent\w*|incorrect|not correct|not accurate|wrong to say)\b/u;
const REFERRING =
  /^(?:(?:and|but|so) )?(?:it|this|that|these|those|they|them)\b(?! \p{L}+ (?:is|was|are|were)\b)|^(?:\w+ly )?(?:misleading|inaccurate|exaggerat|overblown|overstated|taken out|one-sided|distort|incorrect|not correct)/u;
const CONFIRM_CONTENT =
  /^(?:yes\b|(?:we|i|he|she|they) (?:(?:can|do|did|have|has|now|also|today) ){0,3}(?:confirm|acknowledge|admit|concede)(?:ed|s)?\b|it (?:is|was) true\b|(?:i|we) can (?:now |also |today )?confirm\b)/u;
const WARN_CONTENT =
  /\b(?:will pay (?:a|the|dearly)|exact a (?:heavy )?price|there (?:will|would) be (?:serious |grave |severe )?consequences|will face (?:serious |grave |severe )?consequences|will regret|will retaliate|will respond (?:with force|forcefully|harshly))\b/u;
const THIRD_PARTY_DENIAL = /^(?:the |a |an )?[\p{L} .'’-]{2,40} (?:has |have |had )?(?:denied|denies)\b/u;
/** What somebody wants, rather than says is so: to reject it denies nothing. */
const ASKED_FOR =
  /^(?:(?:a|an|the|any|all|his|her|their|its|these|those|such|\p{L}+'s?|growing|repeated|renewed) )*(?:calls?|demands?|offers?|proposals?|requests?|bids?|plans?|pleas?|appeals?|ultimatums?|deals?|invitations?|compromises?|amendments?|motions?|bills?)\b/u;
/** "has not said when": what one keeps to oneself. */
const UNTOLD = new Set('say tell disclose reveal specify explain clarify indicate'.split(' '));
const NEUTRAL = new Set<Stance>(['claimed']);
const DESCRIBING = new Set(
  'call describe dismiss label brand characterize characterise term portray denounce condemn reject'.split(
    ' ',
  ),
);

/** "issued a firm denial of the report". */
const ISSUING = new Set('issue make give offer release publish post repeat reiterate'.split(' '));
const ISSUED_DENIAL = /^(?:(?:a|an|another|his|her|its|their|the) )?(?:[\p{L}-]+ ){0,2}denials?\b/u;

/** "maintained his innocence" is a denial of what he is accused of. */
const INNOCENCE = /^(?:his|her|their|its|our|my|\p{L}+'s?) (?:\p{L}+ )?innocence\b/u;
const MAINTAINING = new Set('maintain protest insist assert proclaim declare'.split(' '));

/** Whether a content says that a claim is not so: "the plan was absurd" is an opinion, "the report was absurd" a denial. */
function denies(content: string): boolean {
  return (
    PLAIN_DENIAL.test(content) ||
    (FALSITY.test(content) && (CLAIM_NOUN.test(content) || ANAPHORIC.test(content)))
  );
}

/** The stance a content itself takes, whatever neutral verb reports it; null where it takes none. */
function stanceOfContent(content: string): Stance | null {
  if (REFUSAL_CONTENT.test(content)) return 'declined';
  if (PARTLY_FALSE.test(content)) return 'disputed';
  if (DISPUTING.test(content) && (CLAIM_NOUN.test(content) || REFERRING.test(content))) return 'disputed';
  if (ANSWER_NO.test(content)) return 'denied';
  if (denies(content) && !(THIRD_PARTY_DENIAL.test(content) && !/^(?:we|i|he|she|they)\b/u.test(content)))
    return 'denied';
  if (CONFIRM_CONTENT.test(content)) return 'confirmed';
  if (WARN_CONTENT.test(content)) return 'warned';
  return null;
}

/** The verb's own stance. */
function stanceOfVerb(lemma: string): Stance {
  const verb = CUE_VERBS.get(lemma);
  // A noun such as "questions" looks like a verb's form, and takes no stance of it.
  return (verb?.lemma === lemma ? verb.stance : NOUN_STANCES.get(lemma)) ?? 'claimed';
}

const NOUN_STANCES: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['denial', 'denied'],
  ['denials', 'denied'],
  ['refusal', 'declined'],
  ['rebuke', 'condemned'],
  ['accusation', 'condemned'],
  ['accusations', 'condemned'],
  ['criticism', 'condemned'],
  ['attack', 'condemned'],
  ['attacks', 'condemned'],
  ['complaint', 'condemned'],
  ['complaints', 'condemned'],
  ['charge', 'condemned'],
  ['charges', 'condemned'],
  ['warning', 'warned'],
  ['warnings', 'warned'],
  ['threat', 'warned'],
  ['threats', 'warned'],
  ['call', 'urged'],
  ['calls', 'urged'],
  ['demand', 'urged'],
  ['demands', 'urged'],
  ['request', 'urged'],
  ['requests', 'urged'],
  ['plea', 'urged'],
  ['pleas', 'urged'],
  ['appeal', 'urged'],
  ['proposal', 'urged'],
  ['promise', 'promised'],
  ['promises', 'promised'],
  ['pledge', 'promised'],
  ['pledges', 'promised'],
  ['vow', 'promised'],
  ['vows', 'promised'],
  ['assurance', 'promised'],
  ['assurances', 'promised'],
  ['admission', 'confirmed'],
  ['acknowledgment', 'confirmed'],
  ['acknowledgement', 'confirmed'],
  ['confirmation', 'confirmed'],
]);

/** The stance of a statement, with negation and refusal understood. A non-denial is no denial: it is `declined`. */
export function classifyStance({ lemma, cue, negated, passive, content }: StanceInput): Stance {
  if (/^stopp?(?:ed|ing|s) short of /u.test(cue)) return 'declined';
  if (lemma === 'dismiss' && / as /u.test(content) && (CLAIM_NOUN.test(content) || denies(content)))
    return 'denied';
  if (NON_DENIAL.test(cue)) return 'declined';
  if (REFUSAL_VERB.test(cue) || REFUSAL_CUE.test(cue)) return 'declined';
  if (lemma === 'plead') {
    if (/^(?:\w+ )?not guilty\b/u.test(content)) return 'denied';
    if (/^guilty\b/u.test(content)) return 'confirmed';
  }
  if (lemma === 'rule' && /^(?:\w+ )*rul(?:e|es|ed|ing) out\b/u.test(cue)) return 'denied';
  if (negated && UNTOLD.has(lemma) && /^(?:whether|if|when|how|why|where|who|what|which)\b/u.test(content))
    return 'declined';
  const own = stanceOfVerb(lemma);
  if (own === 'denied' && !negated && ASKED_FOR.test(content)) return 'disputed';
  if (/^(?:call|calls|called|calling) (?:on|upon|for)\b/u.test(cue)) return 'urged';
  if (negated && (own === 'denied' || own === 'disputed' || own === 'confirmed')) return 'declined';
  if (negated && !passive) return 'claimed';
  if (lemma === 'scoff' && CLAIM_NOUN.test(content)) return 'disputed';
  if (ISSUING.has(lemma) && ISSUED_DENIAL.test(content)) return 'denied';
  if (INNOCENCE.test(content) && MAINTAINING.has(lemma)) return 'denied';
  if ((own === 'disputed' || DESCRIBING.has(lemma)) && denies(content)) return 'denied';
  if (!NEUTRAL.has(own)) return own;
  return stanceOfContent(content) ?? own;
}

const NEGATION = /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without)\b|n't\b/u;

/** Whether a content says that something is not so. */
export function isNegative(content: string): boolean {
  return NEGATION.test(content);
}
