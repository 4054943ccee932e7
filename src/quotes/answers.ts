import type { Stance } from '../records/quote.ts';
import { isNegative } from './stance.ts';

/** A statement as the search for what it answers sees it. Words in lower case. */
export interface Answerable {
  readonly stance: Stance;
  readonly lemma: string;
  readonly content: string;
  /** Equal for statements of one speaker; empty where there is none. */
  readonly speaker: string;
}

const REPORT =
  '(?:reports?|claims?|allegations?|accusations?|rumou?rs?|charges?|suggestions?|assertions?|story|stories|news|statements?|account|accounts|findings?|speculation|documents?|charge)';
const ANAPHOR = new RegExp(
  `\\b(?:the|these|those|such|this|that|all|any|media|press|news|earlier|latest|his|her|their)\\s+(?:\\p{L}+\\s+){0,2}${REPORT}\\b|^(?:it|them|this|that|${REPORT})\\b|\\bwhether (?:it|they|the \\p{L}+) (?:was|were|is|are)\\b`,
  'u',
);
const REPORTING = new Set('report allege accuse claim reveal disclose publish suggest'.split(' '));
const ANSWERING = new Set<Stance>(['denied', 'disputed', 'declined', 'confirmed']);
const GOES_ON = new Set(['add', 'continue', 'insist', 'stress']);
const STOP = new Set(
  'that this with from have been were will would could should their there which about into than then they them what when also such some more said not and the for was has had his her its are but any all one out who'.split(
    ' ',
  ),
);

function stems(content: string): Set<string> {
  const words = content.match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    words.filter((word) => !STOP.has(word)).map((word) => word.slice(0, 6).replace(/(?:ing|ed|es|s)$/u, '')),
  );
}

function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (other.has(stem)) shared++;
  return shared;
}

/** A statement with what the search reads of it again and again. */
interface Prepared extends Answerable {
  readonly stems: ReadonlySet<string>;
  /** Whether it could be a claim at all: long enough, no answer itself, no mere "the report". */
  readonly claims: boolean;
}

function prepare(statement: Answerable): Prepared {
  const { stance, content } = statement;
  const claims =
    !ANSWERING.has(stance) && content.split(' ', 4).length >= 4 && !ANAPHOR.test(content.slice(0, 60));
  return { ...statement, stems: stems(content), claims };
}

const starts = new Map<string, RegExp>();

/** A pattern for words that begin like a lemma; made once for each, of which there are as many as cues. */
function startOf(lemma: string): RegExp {
  const known = starts.get(lemma);
  if (known !== undefined) return known;
  const made = new RegExp(`\\b${lemma.slice(0, 5)}`, 'u');
  starts.set(lemma, made);
  return made;
}

/** How well a statement serves as the claim that another answers; 0 where it cannot. */
function worth(all: readonly Prepared[], at: number, from: number): number {
  const claim = all[at];
  const answer = all[from];
  if (claim === undefined || answer === undefined || at === from || !claim.claims) return 0;
  if (claim.speaker !== '' && claim.speaker === answer.speaker) return 0;
  const distance = at < from ? (from - at) * 0.1 : (at - from) * 0.3 + 2;
  const shared = Math.min(3, sharedWords(claim.stems, answer.stems));
  if (shared === 0 && !REPORTING.has(claim.lemma) && at !== from - 1) return 0;
  const named = claim.lemma !== '' && startOf(claim.lemma).test(answer.content) ? 1.5 : 0;
  return Math.max(0.01, (REPORTING.has(claim.lemma) ? 4 : 1) + shared + named - distance);
}

function bestClaim(all: readonly Prepared[], from: number, least: number): number {
  let best = -1;
  let bestWorth = least;
  const first = Math.max(0, from - 40);
  const last = Math.min(all.length - 1, from + 10);
  for (let at = first; at <= last; at++) {
    const value = worth(all, at, from);
    if (value > bestWorth) {
      best = at;
      bestWorth = value;
    }
  }
  return best;
}

const ALLEGATION =
  /\b(?:reports?|claims?|allegations?|accusations?|rumou?rs?|denials?|suggestions?)\s+(?:of|that|about)\s+([^.;:“”"\n]{5,90})/giu;
const NO_SUCH =
  /\b(?:there (?:was|were|is|are|has been|have been|had been) no|^no)\s+((?:\p{L}+[ -]?){1,4})/u;
const MOST_ALLEGATIONS = 200;

/** The words of everything an article says was reported, claimed or denied, its title among them. */
export function readAllegations(text: string, title: string | null): readonly ReadonlySet<string>[] {
  const found = title === null ? [] : [stems(title.toLowerCase())];
  for (const match of text.matchAll(ALLEGATION)) {
    if (found.length >= MOST_ALLEGATIONS) break;
    found.push(stems((match[1] ?? '').toLowerCase()));
  }
  return found;
}

/** "there was no missile transfer", where a missile transfer is what the article says was alleged. */
function deniesAllegation(content: string, allegations: readonly ReadonlySet<string>[]): boolean {
  const denied = NO_SUCH.exec(content)?.[1];
  if (denied === undefined) return false;
  const words = stems(denied);
  return allegations.some((allegation) => sharedWords(words, allegation) >= 2);
}

/** What was found out about one statement. `claim` is the index of the statement it answers, -1 where none is known. */
export interface Answering {
  readonly claim: number;
  readonly stance: Stance;
}

/**
 * Which earlier (else later) claim each denial, dispute, refusal or confirmation answers. A negative statement that
 * goes against a report in its own words is a denial of it; "he added" goes on with what he was answering.
 */
export function findAnswered(
  statements: readonly Answerable[],
  allegations: readonly ReadonlySet<string>[],
): readonly Answering[] {
  const all = statements.map(prepare);
  const found: Answering[] = [];
  for (const [index, { stance, content, lemma, speaker }] of all.entries()) {
    const before = found[index - 1];
    const previous = all[index - 1];
    const goesOn =
      before !== undefined &&
      previous !== undefined &&
      previous.speaker === speaker &&
      speaker !== '' &&
      GOES_ON.has(lemma) &&
      before.claim >= 0;
    if (ANSWERING.has(stance)) {
      const claim = ANAPHOR.test(content) ? bestClaim(all, index, 0) : -1;
      const close = claim < 0 ? bestClaim(all, index, 3.5) : claim;
      found.push({ claim: close < 0 && goesOn ? before.claim : close, stance });
      continue;
    }
    if (stance === 'claimed' && isNegative(content.slice(0, 40))) {
      const claim = bestReport(all, index);
      if (claim >= 0) {
        found.push({ claim, stance: 'denied' });
        continue;
      }
    }
    if (stance === 'claimed' && deniesAllegation(content, allegations)) {
      found.push({ claim: bestClaim(all, index, 3.5), stance: 'denied' });
      continue;
    }
    if (goesOn) {
      found.push({
        claim: before.claim,
        stance: stance === 'claimed' && before.stance === 'denied' && isNegative(content) ? 'denied' : stance,
      });
      continue;
    }
    found.push({ claim: -1, stance });
  }
  return found;
}

/** The report that a negative statement contradicts in its own words: two content words in common at least. */
function bestReport(all: readonly Prepared[], from: number): number {
  const answer = all[from];
  if (answer === undefined) return -1;
  const claim = bestClaim(all, from, 4);
  const found = all[claim];
  if (found === undefined || !REPORTING.has(found.lemma) || isNegative(found.content)) return -1;
  return sharedWords(found.stems, answer.stems) >= 2 ? claim : -1;
}
