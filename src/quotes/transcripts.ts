import type { Span } from '../records/span.ts';
import { bareCue, type Cue } from './cue.ts';
import { isDash, type Range } from './phrases.ts';
import type { Sentence, Unit } from './sentences.ts';

/** A line of a transcript, or a headline that quotes: "SENATOR MERCER: …", "Minister: 'We will stay'". */
export interface Turn {
  readonly speaker: Range;
  readonly cue: Cue;
  /** The index of the sentence it starts in, and of the last one it holds. */
  readonly sentence: number;
  readonly last: number;
  readonly content: readonly Span[];
}

const NO_SPEAKER =
  /^(?:update|breaking|watch|read|related|exclusive|analysis|opinion|video|photo|note|editor's|correction|full text|abstract|more|also|live|by)\b/u;
const LONGEST_NAME = 12;

/** The colon that closes a speaker's name at the start of a paragraph, or -1. */
function speakerColon(units: readonly Unit[]): number {
  for (let at = 1; at < units.length && at <= LONGEST_NAME; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null) return -1;
    if (unit.lower === ':') return at;
    if (unit.pos === 'VERB' || unit.pos === 'AUX' || unit.lower === ',') return -1;
  }
  return -1;
}

function isShouted(text: string, units: readonly Unit[], to: number): boolean {
  const words = text.slice(units[0]?.start ?? 0, units[to - 1]?.end ?? 0);
  return /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
}

/** Whether the name before the colon of a headline is met again in the article: then it is a speaker's. */
function recurs(text: string, units: readonly Unit[], colon: number): boolean {
  const last = units[colon - 1];
  if (last === undefined || colon > 5 || !units.slice(0, colon).every((unit) => unit.capital)) return false;
  const word = text.slice(last.start, last.end);
  return text.indexOf(`${word} `, last.end + 1) >= 0;
}

/** A quotation signed by its speaker: "“…” ― Ana Brod". */
function signedQuotation(units: readonly Unit[]): Pick<Turn, 'speaker' | 'cue' | 'content'> | null {
  const [first, dash] = units;
  if (first?.quotation == null || dash === undefined || !isDash(dash) || units.length > LONGEST_NAME + 2)
    return null;
  const name = units.slice(2);
  if (
    name.length === 0 ||
    !name.every(
      (unit) => unit.quotation === null && (unit.capital || unit.pos !== 'NOUN') && unit.pos !== 'VERB',
    )
  )
    return null;
  return {
    speaker: { from: 2, to: units.length - 1 },
    cue: bareCue('colon', 1, 1, ':'),
    content: [[first.quotation.innerStart, first.quotation.innerEnd]],
  };
}

/** The last word of a short name before a colon; empty where there is none. */
function surnameBefore(units: readonly Unit[], colon: number): string {
  const name = units.slice(0, colon);
  const last = name.at(-1);
  const named = colon <= 4 && name.every(({ capital, pos }) => capital && pos === 'PROPN');
  return named && last !== undefined ? last.lower : '';
}

/** Two or more who take turns: each name opens a paragraph twice or more, four paragraphs or more in all. */
function surnamesOfDialogue(surnames: readonly string[]): ReadonlySet<string> {
  const turns = Map.groupBy(
    surnames.filter((each) => each !== ''),
    (each) => each,
  );
  const often = [...turns].filter(([, own]) => own.length > 1);
  const total = often.reduce((sum, [, own]) => sum + own.length, 0);
  return new Set(often.length > 1 && total > 3 ? [...turns.keys()] : []);
}

/** The turns of transcripts and quoting headlines. One shouted name alone is no transcript: it takes two, or a quotation. */
export function findTurns(text: string, sentences: readonly Sentence[]): readonly Turn[] {
  const turns: (Turn & { shouted: boolean; quoted: boolean; headline: boolean; surname: string })[] = [];
  for (const [index, { units, first }] of sentences.entries()) {
    if (!first) continue;
    const signed = signedQuotation(units);
    if (signed !== null)
      turns.push({
        ...signed,
        sentence: index,
        last: index,
        quoted: true,
        shouted: false,
        headline: false,
        surname: '',
      });
    const colon = speakerColon(units);
    const name = units[0];
    if (colon < 0 || name === undefined || !name.capital || colon === units.length - 1) continue;
    if (
      NO_SPEAKER.test(name.lower) ||
      !units.slice(0, colon).every((unit) => unit.capital || unit.pos !== 'NOUN')
    )
      continue;
    let last = index;
    while (sentences[last + 1]?.paragraph === sentences[index]?.paragraph) last++;
    const next = units[colon + 1];
    const end = sentences[last]?.units.at(-1)?.end ?? 0;
    const quoted = next?.quotation != null && next.quotation.end >= end - 1;
    const span: Span =
      quoted && next.quotation !== null
        ? [next.quotation.innerStart, next.quotation.innerEnd]
        : [next?.start ?? 0, end];
    turns.push({
      speaker: { from: 0, to: colon - 1 },
      cue: bareCue('colon', colon, colon, ':'),
      sentence: index,
      last,
      content: [span],
      quoted,
      shouted: isShouted(text, units, colon),
      headline: sentences[index]?.paragraph === 0 && recurs(text, units, colon),
      surname: surnameBefore(units, colon),
    });
  }
  const shouted = turns.filter((turn) => turn.shouted).length;
  const talking = surnamesOfDialogue(turns.map(({ surname }) => surname));
  return turns.filter(
    (turn) => turn.quoted || turn.headline || (turn.shouted && shouted > 1) || talking.has(turn.surname),
  );
}
