import type { Quote, SaidOn, Speaker } from '../../records/quote.ts';
import { passageAt, sliceAt, type Span } from '../../records/span.ts';
import { wordsInName } from './names.ts';
import type { AnchorGround } from './anchor-ground.ts';
import { findCopies, type Searchable } from './find-copies.ts';
import type { PointedQuote, Rejection } from './pointed-quote.ts';
import { checkStance } from './stance-words.ts';

export type Anchored = { readonly quote: Quote } | { readonly rejection: Rejection };

/**
 * The quote a model points at, made of the article's own slices, or why it is none: everything it names must stand in
 * the article, the words and the cue in their paragraph or one beside it.
 */
export function anchorQuote(pointed: PointedQuote, ground: AnchorGround): Anchored {
  const here = ground.searchParagraph(pointed.paragraph);
  if (here === null) return { rejection: 'no-such-paragraph' };
  const near = [-1, 1].map((step) => ground.searchParagraph(pointed.paragraph + step));
  const around = [here, ...near.filter((paragraph) => paragraph !== null)];
  const lookUp = (copy: string): readonly Span[] =>
    around.map((paragraph) => findCopies(paragraph, copy)).find((spans) => spans.length > 0) ?? [];
  const cues = lookUp(pointed.cue);
  if (cues.length === 0) return { rejection: 'cue-not-found' };
  const mentions = lookUp(pointed.speaker);
  if (pointed.speaker.trim() !== '' && mentions.length === 0) return { rejection: 'speaker-not-found' };
  const content = placeContent(here, pointed.content, [...cues, ...mentions]);
  if (typeof content === 'string') return { rejection: content };
  const outside = (spans: readonly Span[]) =>
    spans.filter((span) => !content.some((at) => overlap(span, at)));
  const cue = nearest(outside(cues), content);
  if (cue === null) return { rejection: 'cue-not-found' };
  const mention = nearest(outside(mentions), [cue]);
  const speaker = readSpeaker(pointed, mention, ground);
  if (typeof speaker === 'string') return { rejection: speaker };
  const day = outside(lookUp(pointed.saidOn));
  if (pointed.saidOn.trim() !== '' && day.length === 0) return { rejection: 'day-not-found' };
  const via = nearest(outside(lookUp(pointed.via)), [cue]);
  if (pointed.via.trim() !== '' && via === null) return { rejection: 'via-not-found' };
  const { text } = ground;
  const passage = passageAt(text, content);
  const before = text.slice(
    Math.max(ground.paragraphs[pointed.paragraph]?.span[0] ?? 0, cue[0] - 30),
    cue[0],
  );
  const wording = { before, cue: sliceAt(text, cue), content: passage.text };
  const stance = ground.isEnglish ? checkStance(pointed.stance, wording) : pointed.stance;
  if (stance === null) return { rejection: 'stance-without-words' };
  return {
    quote: {
      kind: ground.kindOf(content),
      content: passage,
      speaker,
      cue: passageAt(text, [cue]),
      stance,
      saidOn: dayAt(day, cue, ground.dates),
      via: via === null ? null : { name: sliceAt(text, via), span: via },
      answers: null,
      extractor: 'model',
    },
  };
}

/** Each piece behind the one before; where a piece stands several times, the longest one nearest to cue and speaker. */
function placeContent(
  here: Searchable,
  pieces: readonly string[],
  anchors: readonly Span[],
): readonly Span[] | Rejection {
  const found = pieces.map((piece) => findCopies(here, piece));
  if (found.length === 0 || found.some((spans) => spans.length === 0)) return 'content-not-found';
  const lengths = pieces.map((piece) => piece.length);
  const main = lengths.indexOf(Math.max(...lengths));
  const candidates = found[main] ?? [];
  const best = nearest(candidates, anchors);
  if (best === null) return 'content-ambiguous';
  const rivals = candidates.filter((span) => gapToAny(span, anchors) === gapToAny(best, anchors));
  if (rivals.length > 1) return 'content-ambiguous';
  const placed: Span[] = [best];
  for (let index = main + 1; index < found.length; index += 1) {
    const next = found[index]?.find(([start]) => start >= (placed.at(-1)?.[1] ?? 0));
    if (next === undefined) return 'content-not-found';
    placed.push(next);
  }
  for (let index = main - 1; index >= 0; index -= 1) {
    const previous = found[index]?.findLast(([, end]) => end <= (placed[0]?.[0] ?? 0));
    if (previous === undefined) return 'content-not-found';
    placed.unshift(previous);
  }
  return placed;
}

function readSpeaker(
  pointed: PointedQuote,
  mention: Span | null,
  ground: AnchorGround,
): Speaker | null | Rejection {
  const { speakerName, role: roleCopy, anonymous } = pointed;
  const stands = (copy: string): Span | undefined => findCopies(ground.searchAll(), copy)[0];
  if (mention === null) {
    if (pointed.speaker.trim() !== '') return 'speaker-not-found';
    return speakerName.trim() === '' ? null : 'speaker-not-found';
  }
  const name = stands(speakerName);
  const role = stands(roleCopy);
  if (speakerName.trim() !== '' && name === undefined) return 'name-not-found';
  if (roleCopy.trim() !== '' && role === undefined) return 'role-not-found';
  if (anonymous && name !== undefined) return 'name-for-unnamed';
  const text = sliceAt(ground.text, mention);
  const written = name === undefined ? null : oneLine(sliceAt(ground.text, name));
  if (written !== null && isAnothers(text, written, ground.names)) return 'name-of-another';
  return {
    mention,
    text,
    name: written,
    role: role === undefined ? (anonymous ? oneLine(text) : null) : oneLine(sliceAt(ground.text, role)),
    affiliation: null,
    anonymous,
  };
}

/** Whether a mention such as "Mr Velt" names somebody else than it is said to. */
function isAnothers(mention: string, name: string, names: readonly string[]): boolean {
  const mentioned = wordsInName(mention);
  const shares = (other: string): boolean => [...wordsInName(other)].some((word) => mentioned.has(word));
  return !shares(name) && names.some(shares);
}

function dayAt(expressions: readonly Span[], cue: Span, dates: readonly SaidOn[]): SaidOn | null {
  const expression = nearest(expressions, [cue]);
  return expression === null ? null : (dates.find(({ span }) => overlap(span, expression)) ?? null);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ');
}

function overlap(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function gap(one: Span, other: Span): number {
  return overlap(one, other) ? 0 : Math.max(other[0] - one[1], one[0] - other[1]);
}

function gapToAny(span: Span, to: readonly Span[]): number {
  return Math.min(...to.map((other) => gap(span, other)));
}

/** The span with the smallest gap to any of `to`, the first of several. */
function nearest(spans: readonly Span[], to: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (best, span) => (best === null || gapToAny(span, to) < gapToAny(best, to) ? span : best),
    null,
  );
}
