import type { Picture } from '../records/briefing.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import { renderSvg } from './render-svg.ts';

/** Fewer statements, or all of one stance, are sooner read than looked at. */
const FEWEST_STATEMENTS = 4;
const FEWEST_STANCES = 2;

const WIDTH = 640;
const ROW = 34;
const MARGIN = 20;
const LABEL = 130;
const BAR = 380;
const SCALE = 2;

/** Colours that people who see few of them tell apart, after Okabe and Ito, https://jfly.uni-koeln.de/color/. */
const COLOURS: Readonly<Record<Stance, string>> = {
  denied: '#d55e00',
  disputed: '#e69f00',
  declined: '#999999',
  confirmed: '#009e73',
  claimed: '#56b4e9',
  warned: '#cc79a7',
  condemned: '#8c564b',
  urged: '#0072b2',
  promised: '#b5a900',
};

type Counts = readonly (readonly [stance: Stance, count: number])[];

/**
 * Statements by stance as bars with their numbers, and the same in words. Null where there is too little to look at. All words
 * in it are our own.
 */
export async function drawStances(stances: readonly Stance[]): Promise<Picture | null> {
  const counts: Counts = STANCES.map(
    (stance) => [stance, stances.filter((each) => each === stance).length] as const,
  ).filter(([, count]) => count > 0);
  if (stances.length < FEWEST_STATEMENTS || counts.length < FEWEST_STANCES) return null;
  return { png: await renderSvg(writeSvg(counts), WIDTH * SCALE), altText: describe(counts, stances.length) };
}

function describe(counts: Counts, total: number): string {
  const parts = counts.map(([stance, count]) => `${count} ${stance}`);
  return `Bar chart of ${total} statements by stance: ${parts.join(', ')}.`;
}

function writeSvg(counts: Counts): string {
  const most = Math.max(...counts.map(([, count]) => count));
  const height = counts.length * ROW + 2 * MARGIN;
  const rows = counts.map(([stance, count], index) => {
    const top = MARGIN + index * ROW;
    const width = Math.max(4, Math.round((count / most) * BAR));
    const middle = top + ROW / 2 + 6;
    return [
      `<text x="${MARGIN + LABEL - 10}" y="${middle}" text-anchor="end">${stance}</text>`,
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
