import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTimeline, writeSvg, type TimelineMark } from '../../../src/picture/draw-timeline.ts';
import { STANCES } from '../../../src/records/quote.ts';
import { LANGUAGES } from '../../../src/records/language.ts';
import { wordsIn } from '../../../src/words/words.ts';

const words = wordsIn('en');

const mark = (speaker: string, day: string, number: number): TimelineMark => ({
  speaker,
  stance: STANCES[number % STANCES.length] ?? 'claimed',
  day,
  number,
});
const MARKS = [
  mark('Pavo Lindqvar', '2025-03-04', 1),
  mark('Pavo Lindqvar', '2025-03-21', 2),
  mark('Oskar Velt', '2025-03-12', 3),
  mark('Oskar Velt', '2025-03-12', 4),
  mark('王小明', '2025-03-20', 5),
];

describe('the picture of a timeline', () => {
  it('is a PNG, and says who took which stance when in words', async () => {
    for (const language of LANGUAGES) {
      const picture = await drawTimeline(MARKS, wordsIn(language));
      expect(Array.from(picture?.png.subarray(0, 4) ?? [])).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(picture?.png.length).toBeLessThan(200_000);
      expect(picture?.altText).toContain('Oskar Velt');
    }
    expect((await drawTimeline(MARKS, words))?.altText).toMatch(
      /^Who took which stance when, from 4 March 2025 to 21 March 2025\. Pavo Lindqvar: .+ 4 March 2025, .+ 21 March 2025; /u,
    );
  });

  it('is none where there is little to look at', async () => {
    expect(await drawTimeline([], words)).toBeNull();
    expect(await drawTimeline(MARKS.slice(0, 3), words)).toBeNull();
    expect(
      await drawTimeline(
        MARKS.map(({ speaker, number }) => mark(speaker, '2025-03-04', number)),
        words,
      ),
    ).toBeNull();
  });

  it('tells a name that the font has no signs for by the number of its statement', () => {
    const rows = [{ speaker: '王小明', marks: [mark('王小明', '2025-03-20', 5)] }];
    const svg = writeSvg({ rows, left: 0, first: '2025-03-04', last: '2025-03-21' }, words);
    expect(svg).toContain('>[5]<');
    expect(svg).not.toContain('王');
  });

  it('has room for eight speakers, and counts the others', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      mark(`Speaker ${index % 12}`, `2025-03-${10 + index / 3}`.slice(0, 10), index),
    );
    const picture = await drawTimeline(many, words);
    expect(picture?.altText.match(/Speaker \d+/gu)).toHaveLength(8);
  });

  it('has no element and no attribute of what somebody is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.constantFrom(
            '</text><image href="http://x.example"/>',
            '"><script>1</script>',
            "O'Hara & <b>",
            ']]>',
          ),
        ),
        (speaker) => {
          const rows = [{ speaker, marks: [mark(speaker, '2025-03-05', 1)] }];
          const svg = writeSvg({ rows, left: 3, first: '2025-03-04', last: '2025-03-21' }, words);
          const names = [...svg.matchAll(/<([a-z]+)/gu)].map(([, name]) => name);
          expect(new Set(names)).toEqual(new Set(['svg', 'rect', 'text', 'line', 'circle']));
        },
      ),
    );
  });
});
