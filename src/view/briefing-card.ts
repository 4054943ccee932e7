import { quotesOfReport, type ReportEntry } from '../records/report.ts';
import type { BriefingPost } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { writeSentence } from './answer-card.ts';
import { CARD_TEXT, dealPages, text, type Card, type CardSection } from './card.ts';
import { writeEntry } from './entry.ts';
import { escapeLabel, escapeLines, escapeMarkdown } from './escape.ts';
import { sayRest } from './wording.ts';

/** Characters of Markdown each part of a message may take; TOLD and SENTENCES are for all of them together. */
const NAME = 150;
const FILTERS = 300;
const TOLD = 900;
const NOTICE = 250;
const SENTENCES = 1300;
const HEADING = 300;
const FOOTER = 700;
const REST = 250;
const NEXT = 250;
/** What a heading that is repeated takes on a later message, at most: with its marks, a line break and that it goes on. */
const REPEATED = HEADING + 40;

/** Ids that a button can carry. */
const QUOTE_ID = /^[\w-]{1,40}$/;

/** A part's entry, ready to be dealt to messages. */
interface SetEntry extends CardSection {
  /** Its part's heading as it is repeated where a message begins with this entry; '' for the first of a part. */
  readonly repeated: string;
}

/**
 * A briefing as messages, each within Discord's limits: what is new in figures and the summary, then every entry whole, with
 * its number, id and source. A part that goes on in the next message has its heading again. The last one counts what is left
 * out. Of a preview the first message alone, with the next times.
 */
export function briefingCards(post: BriefingPost, words: Words): readonly Card[] {
  const head = writeHead(post, words);
  const room = CARD_TEXT - FOOTER - REPEATED;
  const entries = setEntries(post, room, words);
  const dealt = dealPages(entries, CARD_TEXT - FOOTER - head.length, room);
  let seen = 0;
  const cards = dealt.map((page, index): Card => {
    const repeated = index === 0 ? '' : (entries[seen]?.repeated ?? '');
    seen += page.length;
    const [first, ...rest] = page;
    const shown = first === undefined ? [] : [{ ...first, markdown: repeated + first.markdown }, ...rest];
    const footer = writeFooter(post, [index + 1, dealt.length], words);
    return { sections: [...(index === 0 ? [text(head)] : []), ...shown, text(footer)], buttons: [] };
  });
  return post.next === null ? cards : cards.slice(0, 1);
}

function writeHead({ name, composed }: BriefingPost, { cards }: Words): string {
  const { report, notice, sentences } = composed;
  const numbers = new Map(
    quotesOfReport(report)
      .map(({ id }, index) => [id, index + 1] as const)
      .toReversed(),
  );
  const lines: string[] = [];
  let room = SENTENCES;
  for (const sentence of sentences) {
    const line = writeSentence(sentence, numbers);
    if (line.length > room) break;
    room -= line.length + 1;
    lines.push(line);
  }
  const filters = escapeLabel(report.filters.join(' · '), FILTERS);
  return [
    `### ${escapeLabel(name, NAME) || cards.briefing}`,
    ...(filters === '' ? [] : [`**${filters}**`]),
    ...escapeLines(report.told, TOLD),
    ...(notice === null ? [] : [`*${escapeLabel(notice, NOTICE)}*`]),
    ...lines,
  ].join('\n');
}

/** No entry is longer than `room`, with its heading where it is the first of its part. */
function setEntries({ composed }: BriefingPost, room: number, words: Words): readonly SetEntry[] {
  let number = 0;
  return composed.report.parts.flatMap(({ heading, entries }) => {
    const label = heading === null ? '' : escapeLabel(heading, HEADING);
    const repeated = label === '' ? '' : `**${label}${words.cards.continued}**\n`;
    return entries.map((entry, index): SetEntry => {
      if (entry.kind === 'quote') number += 1;
      const title = index === 0 && label !== '' ? `**${label}**\n` : '';
      const markdown =
        title + writeEntry(entry, number, { room: room - title.length, isPosted: true, words });
      return { markdown, button: contextOf(entry, number, words), repeated: index === 0 ? '' : repeated };
    });
  });
}

function contextOf(entry: ReportEntry, number: number, { cards, language }: Words): CardSection['button'] {
  if (entry.kind === 'sentence' || !QUOTE_ID.test(entry.quote.id)) return null;
  return {
    label: cards.buttons.context,
    action: { kind: 'passage', quoteId: entry.quote.id, number, language },
  };
}

/** Which briefing this is, for which slot, and the part of it: by these words a message is known again. */
function writeFooter(
  post: BriefingPost,
  [part, parts]: readonly [part: number, parts: number],
  words: Words,
): string {
  const { cards, dates } = words;
  const { name, slot, zone, composed, next } = post;
  const told = [dates.shortTime(slot, zone), ...(parts > 1 ? [`${part}/${parts}`] : [])].join(' · ');
  const label = escapeLabel(name, NAME) || cards.briefing;
  const { report } = composed;
  const times = (next ?? []).map((instant) => dates.shortTime(instant, zone)).join(', ');
  return [
    ...(part === parts && report.notShown > 0 ? [`-# ${escapeLabel(sayRest(report, words), REST)}`] : []),
    ...(next === null
      ? []
      : [`-# ${escapeLabel(`${cards.preview(parts)} ${cards.next(times, zone)}`, NEXT)}`]),
    `-# ${label} · ${escapeMarkdown(told)}`,
  ].join('\n');
}
