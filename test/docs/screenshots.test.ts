import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIGESTS, digestOf, SCREENSHOTS } from '../screenshots/digests.ts';
import { parseMarkdown } from '../screenshots/parse-markdown.ts';
import { setText } from '../screenshots/set-text.ts';
import { takeShots } from '../screenshots/take-shots.ts';

const README = readFileSync('README.md', 'utf8');

it('shows each card in the README as it is today', async () => {
  const shots = await takeShots();
  const digests: unknown = JSON.parse(readFileSync(DIGESTS, 'utf8'));
  const today = Object.fromEntries(shots.map((shot) => [shot.name, digestOf(shot)]));
  expect(digests, 'Cards have changed: run `npm run screenshots`, and look at them.').toEqual(today);
  for (const { name, about } of shots) {
    expect(statSync(join(SCREENSHOTS, `${name}.png`)).size).toBeLessThan(80 * 1024);
    expect(README).toContain(`alt="${about}" src="test/screenshots/${name}.png"`);
  }
});

it('sets words of one look as one piece, so that the font spaces them, and breaks lines between words', () => {
  const measure = (text: string, _face: string, size: number): number => text.length * size;
  const { svg, height } = setText('Nobody **said a** word of it', { x: 0, y: 0, width: 250 }, { measure });
  const pieces = [...svg.matchAll(/>([^<]+)<\/text>/gu)].map((match) => match[1]);
  expect(pieces).toEqual(['Nobody ', 'said a', ' ', 'word of it']);
  expect(height).toBe(44);
});

it('reads the Markdown of cards as Discord does', () => {
  const lines = parseMarkdown(
    '### Who *denied*\n-# [The \\[Post\\]](https://post.example) · \\*not bold\\*\n**1. Ida**, `code`',
  );
  expect(lines.map(({ kind }) => kind)).toEqual(['title', 'subtext', 'plain']);
  expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
    'Who denied',
    'The [Post] · *not bold*',
    '1. Ida, code',
  ]);
  expect(
    lines[1]?.runs
      .filter(({ isLink }) => isLink)
      .map(({ text }) => text)
      .join(''),
  ).toBe('The [Post]');
  expect(lines[2]?.runs.map(({ face }) => face)).toContain('code');
});
