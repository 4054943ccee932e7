import { describe, expect, it } from 'vitest';
import { drawStances } from '../../../src/picture/draw-stances.ts';
import { STANCES, type Stance } from '../../../src/records/quote.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { createLog } from '../../../src/log.ts';
import { drawOrNone } from '../../../src/draw-picture.ts';

const draw = (stances: readonly Stance[]) => drawStances(stances, wordsIn('en'));

const many = (stance: Stance, count: number): readonly Stance[] =>
  Array.from({ length: count }, () => stance);

/** Width and height of a PNG, https://www.w3.org/TR/png/#11IHDR. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the picture of stances', () => {
  it('is a PNG with a row for each stance, and says the same in words', async () => {
    const picture = await draw([...many('denied', 3), ...many('claimed', 12), 'declined']);
    expect(picture?.altText).toBe(
      'Bar chart of the 16 statements shown, by stance: 3 denied, 1 declined to confirm, 12 claimed.',
    );
    const png = picture?.png ?? new Uint8Array();
    expect(Array.from(png.subarray(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(sizeOf(png)).toEqual([1280, 284]);
    expect(png.length).toBeLessThan(100_000);
  });

  it('is the same for the same figures, and another for others', async () => {
    const drawn = async (denied: number) =>
      Buffer.from((await draw([...many('denied', denied), ...many('claimed', 4)]))?.png ?? []).toString(
        'base64',
      );
    expect(await drawn(2)).toBe(await drawn(2));
    expect(await drawn(2)).not.toBe(await drawn(4));
  });

  it('has room for every stance, and its words on it', async () => {
    const all = await draw(STANCES.flatMap((stance) => many(stance, 250)));
    expect(sizeOf(all?.png ?? new Uint8Array())).toEqual([1280, 692]);
    const without = await draw([...many('denied', 2), ...many('claimed', 2)]);
    expect(without?.png.length).toBeGreaterThan(3_000);
  });

  it('is none where there is little to look at', async () => {
    expect(await draw([])).toBeNull();
    expect(await draw(many('denied', 9))).toBeNull();
    expect(await draw(['denied', 'claimed', 'claimed'])).toBeNull();
  });

  it('costs itself alone where it can not be drawn', async () => {
    const lines: string[] = [];
    const now = (): Date => new Date();
    const log = createLog({ level: 'error', secrets: [], now, write: (line) => lines.push(line) });
    const say = (): never => {
      throw new Error('no words');
    };
    const broken = () =>
      drawStances([...many('denied', 3), ...many('claimed', 3)], { ...wordsIn('en'), say });
    expect(await drawOrNone(broken, log)).toBeNull();
    expect(lines.join('')).toContain('a picture could not be drawn');
    expect(await drawOrNone(() => draw([...many('denied', 3), ...many('claimed', 3)]), log)).not.toBeNull();
  });
});
