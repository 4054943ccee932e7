import type { Picture } from '../records/briefing.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import type { Words } from '../words/words.ts';
import { COLOURS } from './colours.ts';
import { renderSvg } from './render-svg.ts';

/** A statement on a timeline. `speaker` is who a reader is told it is of; `number` its number in the report. */
export interface TimelineMark {
  readonly speaker: string;
  readonly stance: Stance;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly number: number;
}

/** Fewer are sooner read than looked at. */
const FEWEST_MARKS = 4;
const FEWEST_DAYS = 2;
const MOST_SPEAKERS = 8;

const WIDTH = 720;
const ROW = 36;
const MARGIN = 20;
const LABEL = 210;
const LETTERS = 24;
const DOT = 9;
/** How far statements of one speaker on one day stand apart, in pixels, and how many may. */
const APART = 13;
const MOST_APART = 4;
const AXIS = 34;
const LEGEND = 26;
const LEGEND_COLUMN = 226;
const SCALE = 2;

/** What the font has signs for; a name in another script is told by the number of its statement. */
const DRAWN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{M}\p{N}\p{P}\p{Zs}]+$/u;

interface Row {
  readonly speaker: string;
  readonly marks: readonly TimelineMark[];
}

/**
 * Who took which stance when: a row a speaker, those with most statements, a dot a statement. Dots bear a number besides their
 * colour, which the legend explains. Null where there is too little to look at. Speakers' names may be hostile: they are
 * escaped, and reach the alternative text as they are.
 */
export async function drawTimeline(marks: readonly TimelineMark[], words: Words): Promise<Picture | null> {
  const days = marks.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (marks.length < FEWEST_MARKS || new Set(days).size < FEWEST_DAYS) return null;
  const bySpeaker = Map.groupBy(marks, ({ speaker }) => speaker);
  const ranked = [...bySpeaker]
    .map(([speaker, own]): Row => ({ speaker, marks: own }))
    .toSorted((one, other) => other.marks.length - one.marks.length);
  const rows = ranked.slice(0, MOST_SPEAKERS);
  const svg = writeSvg({ rows, left: ranked.length - rows.length, first, last }, words);
  return { png: await renderSvg(svg, WIDTH * SCALE), altText: describe(rows, [first, last], words) };
}

function describe(rows: readonly Row[], [first, last]: readonly [string, string], words: Words): string {
  const { cards, dates, stances } = words;
  const told = rows.map(({ speaker, marks }) => {
    const steps = marks
      .toSorted((one, other) => (one.day < other.day ? -1 : 1))
      .map(({ stance, day }) => `${stances[stance]} ${dates.day(day)}`);
    return `${speaker}: ${steps.join(', ')}`;
  });
  return cards.timelineChart(dates.day(first), dates.day(last), told);
}

interface Drawing {
  readonly rows: readonly Row[];
  /** Speakers for whom there is no row. */
  readonly left: number;
  readonly first: string;
  readonly last: string;
}

/** The picture as SVG; exported, because what it holds of names is what a test has to look at. */
export function writeSvg({ rows, left, first, last }: Drawing, words: Words): string {
  const used = STANCES.filter((stance) =>
    rows.some(({ marks }) => marks.some((mark) => mark.stance === stance)),
  );
  const bottom = MARGIN + rows.length * ROW;
  const height = bottom + AXIS + Math.ceil(used.length / 3) * LEGEND + (left > 0 ? LEGEND : 0) + MARGIN;
  const start = MARGIN + LABEL;
  const end = WIDTH - MARGIN - DOT;
  const at = (day: string): number =>
    start +
    DOT +
    ((Date.parse(day) - Date.parse(first)) / (Date.parse(last) - Date.parse(first))) * (end - start - DOT);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans" font-size="16" fill="#1e1f22">`,
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="#f2f3f5"/>`,
    ...rows.flatMap((row, index) => writeRow(row, MARGIN + index * ROW + ROW / 2, { start, end, at, used })),
    `<text x="${start}" y="${bottom + 22}" font-size="14">${escapeXml(words.dates.day(first))}</text>`,
    `<text x="${end + DOT}" y="${bottom + 22}" font-size="14" text-anchor="end">${escapeXml(words.dates.day(last))}</text>`,
    ...used.map((stance, index) => writeKey(stance, index, bottom + AXIS, words)),
    ...(left > 0
      ? [
          `<text x="${MARGIN}" y="${height - MARGIN}" font-size="14">${escapeXml(words.cards.moreSpeakers(left))}</text>`,
        ]
      : []),
    '</svg>',
  ].join('');
}

interface Axis {
  readonly start: number;
  readonly end: number;
  readonly at: (day: string) => number;
  readonly used: readonly Stance[];
}

function writeRow(
  { speaker, marks }: Row,
  middle: number,
  { start, end, at, used }: Axis,
): readonly string[] {
  const name = DRAWN.test(speaker) ? shorten(speaker) : `[${marks[0]?.number ?? ''}]`;
  const onDay = new Map<string, number>();
  const dots = marks.map(({ stance, day }) => {
    const before = onDay.get(day) ?? 0;
    onDay.set(day, before + 1);
    const x = Math.min(end, Math.round(at(day)) + Math.min(before, MOST_APART) * APART);
    return writeDot(x, middle, stance, used);
  });
  return [
    `<text x="${start - 12}" y="${middle + 5}" text-anchor="end">${escapeXml(name)}</text>`,
    `<line x1="${start}" y1="${middle}" x2="${end + DOT}" y2="${middle}" stroke="#c4c9ce"/>`,
    ...dots,
  ];
}

function writeDot(x: number, y: number, stance: Stance, used: readonly Stance[]): string {
  return [
    `<circle cx="${x}" cy="${y}" r="${DOT}" fill="${COLOURS[stance]}" stroke="#f2f3f5"/>`,
    `<text x="${x}" y="${y + 4}" font-size="11" text-anchor="middle" fill="#000000">${used.indexOf(stance) + 1}</text>`,
  ].join('');
}

function writeKey(stance: Stance, index: number, top: number, words: Words): string {
  const x = MARGIN + DOT + (index % 3) * LEGEND_COLUMN;
  const y = top + Math.floor(index / 3) * LEGEND + LEGEND / 2;
  const number = `<text x="${x}" y="${y + 4}" font-size="11" text-anchor="middle" fill="#000000">${index + 1}</text>`;
  return [
    `<circle cx="${x}" cy="${y}" r="${DOT}" fill="${COLOURS[stance]}"/>`,
    number,
    `<text x="${x + 16}" y="${y + 5}" font-size="14">${escapeXml(words.stances[stance])}</text>`,
  ].join('');
}

function shorten(name: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return letters.length <= LETTERS ? name : `${letters.slice(0, LETTERS - 1).join('')}…`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '');
}
