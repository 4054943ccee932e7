import type { Picture } from '../records/briefing.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import type { Words } from '../words/words.ts';
import { COLOURS } from './colours.ts';
import { renderSvg } from './render-svg.ts';

/** Fewer statements, or all of one stance, are sooner read than looked at. */
const FEWEST_STATEMENTS = 4;
const FEWEST_STANCES = 2;

const WIDTH = 640;
const ROW = 34;
const MARGIN = 20;
/** Room for the longest name of a stance in any language. */
const LABEL = 215;
const BAR = 315;
const SCALE = 2;

interface Bar {
  readonly stance: Stance;
  readonly name: string;
  readonly count: number;
}

/**
 * Statements by stance as bars with their numbers, and the same in words, all of them `words`. Null where there is too little
 * to look at. All words in it are our own.
 */
export async function drawStances(stances: readonly Stance[], words: Words): Promise<Picture | null> {
  const counts = STANCES.map(
    (stance) => [stance, stances.filter((each) => each === stance).length] as const,
  ).filter(([, count]) => count > 0);
  if (stances.length < FEWEST_STATEMENTS || counts.length < FEWEST_STANCES) return null;
  const named = counts.map(([stance, count]) => ({ stance, name: words.stances[stance], count }));
  return {
    png: await renderSvg(writeSvg(named), WIDTH * SCALE),
    altText: describe(named, stances.length, words),
  };
}

function describe(bars: readonly Bar[], total: number, { cards, say }: Words): string {
  return cards.chart(
    total,
    bars.map(({ name, count }) => `${say(count)} ${name}`),
  );
}

function writeSvg(bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ count }) => count));
  const height = bars.length * ROW + 2 * MARGIN;
  const rows = bars.map(({ stance, name, count }, index) => {
    const top = MARGIN + index * ROW;
    const width = Math.max(4, Math.round((count / most) * BAR));
    const middle = top + ROW / 2 + 6;
    return [
      `<text x="${MARGIN + LABEL - 10}" y="${middle}" text-anchor="end">${name}</text>`,
      `<rect x="${MARGIN + LABEL}" y="${top + 5}" width="${width}" height="${ROW - 10}" rx="3" fill="${COLOURS[stance]}"/>`,
      `<text x="${MARGIN + LABEL + width + 8}" y="${middle}">${count}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans" font-size="18" fill="#1e1f22">`,
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="#f2f3f5"/>`,
    ...rows,
    '</svg>',
  ].join('');
}
