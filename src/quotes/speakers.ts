import type { Speaker } from '../records/quote.ts';
import { createCast, noteNames, wordsAt, type Cast, type Figure } from './cast.ts';
import { BODY_WORDS } from './lexicon/people.ts';
import { RELATIVE } from './lexicon/words.ts';
import { readMention, type Mention } from './mentions.ts';
import type { Range } from './phrases.ts';
import type { Sentence, Unit } from './sentences.ts';
import type { Statement } from './statements.ts';

/** A statement with the speaker it is attributed to, as far as the article tells. */
export interface AttributedStatement extends Statement {
  readonly speaker: Speaker | null;
}

type Units = readonly Unit[];

/** The mention without what trails behind it: "Hale, the aid chief" stays whole, closing commas go. */
function mentionRange(units: Units, range: Range): Range {
  let { to } = range;
  while (to > range.from && units[to]?.pos === 'PUNCT' && units[to]?.lower !== ')') to--;
  return { from: range.from, to };
}

const NOBODY = new Set('no nobody one none everyone everybody someone anybody anyone'.split(' '));

/** A mention at its place in the article. */
interface Found {
  readonly text: string;
  readonly units: Units;
  readonly range: Range;
}

function describe({ text, units, range }: Found, mention: Mention, figure: Figure | null): Speaker {
  const words = wordsAt(text, units, range);
  const first = units[range.from];
  const last = units[range.to];
  const at: Speaker['mention'] = [first?.start ?? 0, last?.end ?? 0];
  const base = { mention: at, text: words, affiliation: null };
  if (figure !== null) {
    const nameless = figure.name === null && figure.body;
    const role = nameless && mention.kind === 'thing' ? null : figure.role;
    return { ...base, name: figure.name, role, anonymous: figure.name === null && !nameless };
  }
  if (mention.kind === 'role') {
    const role = mention.role === null ? words : wordsAt(text, units, mention.role);
    return { ...base, name: null, role, anonymous: true };
  }
  return { ...base, name: null, role: null, anonymous: false };
}

/** The part of a role that names whom it speaks for: "Kremlin spokesman" → "Kremlin". */
function affiliationIn(role: string | null): string | null {
  if (role === null) return null;
  const match =
    /^((?:\p{Lu}[\p{L}.’'-]*\s?)+?)(?:'s|’s)?\s+\p{Ll}/u.exec(role) ??
    /\b(?:of|for|at)\s+((?:the\s+)?\p{Lu}.*)$/u.exec(role);
  const name = match?.[1]?.replace(/^the\s+/u, '').trim();
  if (name === undefined || name === '') return null;
  return BODY_WORDS.has(name.toLowerCase()) || name.length > 1 ? name : null;
}

/** Several named speakers at once are kept as they are written: "Reuters and the Guardian". */
function listedNames(text: string, units: Units, range: Range): Speaker | null {
  const joint = units.findIndex(
    (unit, at) => at > range.from && at < range.to && unit.lower === 'and' && units[at - 1]?.capital === true,
  );
  if (joint < 0) return null;
  const next = units[joint + 1];
  if (next === undefined || !(next.capital || (next.lower === 'the' && units[joint + 2]?.capital === true)))
    return null;
  const before = units.slice(range.from, joint);
  if (
    before.some((unit) => unit.pos === 'ADP') ||
    !before.some((unit) => unit.capital && unit.pos === 'PROPN')
  )
    return null;
  const first = units[range.from];
  const last = units[range.to];
  const words = wordsAt(text, units, range);
  return {
    mention: [first?.start ?? 0, last?.end ?? 0],
    text: words,
    name: words.replace(/^the\s+/iu, ''),
    role: null,
    affiliation: null,
    anonymous: false,
  };
}

/** The article so far: its text, who was met in it, and who spoke last. */
interface Reading {
  readonly text: string;
  readonly cast: Cast;
  readonly last: Figure | null;
}

function resolve(
  { text, cast, last }: Reading,
  index: number,
  units: Units,
  range: Range,
): { speaker: Speaker; figure: Figure | null } {
  const tidy = mentionRange(units, range);
  const several = listedNames(text, units, tidy);
  if (several !== null) return { speaker: several, figure: null };
  const mention = readMention(units, tidy);
  const word = units[tidy.from]?.lower ?? '';
  let figure: Figure | null = null;
  if (mention.kind === 'pronoun') {
    figure =
      RELATIVE.has(word) || /^(?:i|we|you|this|that|these|those|my|our)$/u.test(word) || NOBODY.has(word)
        ? null
        : cast.pronoun(word, index, tidy.from, last);
  } else {
    figure = cast.note(index, units, mention, true);
  }
  const speaker = describe({ text, units, range: tidy }, mention, figure);
  return { speaker: { ...speaker, affiliation: affiliationIn(speaker.role) }, figure };
}

/** "Hale, who denied it": the pronoun mentions the speaker, whom its antecedent names or describes. */
function mentionedBy(text: string, { start, end }: Unit, antecedent: Speaker): Speaker {
  const described = antecedent.name ?? antecedent.role ?? null;
  return {
    ...antecedent,
    mention: [start, end],
    text: text.slice(start, end),
    role: described === null ? antecedent.text : antecedent.role,
  };
}

/** Gives every statement its speaker, reading the article from its start so that "he" and "the minister" are known. */
export function attributeStatements(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
): readonly AttributedStatement[] {
  const cast = createCast(text, sentences);
  const attributed: AttributedStatement[] = [];
  let next = 0;
  let last: Figure | null = null;
  let lastSpeaker: Speaker | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    noteNames(cast, index, sentence);
    for (; statements[next]?.sentence === index; next++) {
      const statement = statements[next];
      if (statement === undefined) break;
      const range = statement.candidate?.subject.range ?? null;
      if (statement.candidate === null) {
        attributed.push({ ...statement, speaker: lastSpeaker });
        continue;
      }
      if (range === null) {
        attributed.push({ ...statement, speaker: null });
        continue;
      }
      const found = resolve({ text, cast, last }, index, sentence.units, range);
      const pronoun = sentence.units[statement.candidate?.subject.pronoun ?? -1];
      const speaker = pronoun === undefined ? found.speaker : mentionedBy(text, pronoun, found.speaker);
      attributed.push({ ...statement, speaker });
      last = found.figure ?? last;
      lastSpeaker = found.speaker;
    }
  }
  return attributed;
}
