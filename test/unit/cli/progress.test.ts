import { describe, expect, it } from 'vitest';
import { sayProgress, startProgress } from '../../../src/cli/progress.ts';
import { createStatusLine } from '../../../src/cli/status-line.ts';

describe('how far a run has come', () => {
  it.each([
    [{ done: 1204, total: 10_000, seconds: 40 }, '1,204 of 10,000 articles · 30 a second · 5 min left'],
    [{ done: 5, total: 10, seconds: 2 }, '5 of 10 articles · 2.5 a second · 2 s left'],
    [{ done: 1204, total: null, seconds: 40 }, '1,204 articles · 30 a second'],
    [{ done: 0, total: 10, seconds: 0 }, '0 of 10 articles'],
  ])('%j is told as "%s"', (reached, words) => {
    expect(sayProgress({ ...reached, things: 'articles' })).toBe(words);
  });

  it('is a bar that is drawn ten times a second at most, and taken away in the end', () => {
    const shown: (string | null)[] = [];
    let time = 0;
    const shell = { warn: () => {}, status: (line: string | null) => void shown.push(line) };
    const progress = startProgress({ total: 4, things: 'articles', shell, now: () => time });
    for (time of [10, 60, 120, 130]) progress.show(time / 60);
    progress.end();
    expect(shown).toHaveLength(3);
    expect(shown[1]).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 2 of 4 articles · 17 a second · 1 s left`);
    expect(shown[2]).toBeNull();
  });

  it('is a line every fifteen seconds where there is no terminal', () => {
    const warned: string[] = [];
    let time = 0;
    const shell = { warn: (line: string) => void warned.push(line) };
    const progress = startProgress({ total: null, things: 'articles', shell, now: () => time });
    for (time of [1000, 14_999, 15_000, 20_000, 30_000]) progress.show(time / 1000);
    progress.end();
    expect(warned).toEqual(['15 articles · 1.0 a second', '30 articles · 1.0 a second']);
  });
});

describe('a line at the foot of a terminal', () => {
  it('steps aside for other lines, is cut to the width, and goes away', () => {
    const written: string[] = [];
    const line = createStatusLine({ columns: 6, write: (text: string) => written.push(text) > 0 });
    line.aside(() => written.push('first\n'));
    line.show('progress');
    line.aside(() => written.push('second\n'));
    line.show(null);
    line.aside(() => written.push('third\n'));
    expect(written.join('')).toBe('first\n\r\u001b[Kprogr\r\u001b[Ksecond\n\r\u001b[Kprogr\r\u001b[Kthird\n');
  });
});
