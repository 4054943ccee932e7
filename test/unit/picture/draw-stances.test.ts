import { describe, expect, it } from 'vitest';
import { drawStances } from '../../../src/picture/draw-stances.ts';
import { STANCES, type Stance } from '../../../src/records/quote.ts';

const many = (stance: Stance, count: number): readonly Stance[] =>
  Array.from({ length: count }, () => stance);

/** Width and height of a PNG, https://www.w3.org/TR/png/#11IHDR. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the picture of stances', () => {
  it('is a PNG with a row for each stance, and says the same in words', async () => {
    const picture = await drawStances([...many('denied', 3), ...many('claimed', 12), 'warned']);
    expect(picture?.altText).toBe('Bar chart of 16 statements by stance: 3 denied, 12 claimed, 1 warned.');
    const png = picture?.png ?? new Uint8Array();
    expect(Array.from(png.subarray(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(sizeOf(png)).toEqual([1280, 284]);
    expect(png.length).toBeLessThan(100_000);
  });

  it('is the same for the same figures, and another for others', async () => {
    const draw = async (denied: number) =>
      Buffer.from(
        (await drawStances([...many('denied', denied), ...many('claimed', 4)]))?.png ?? [],
      ).toString('base64');
    expect(await draw(2)).toBe(await draw(2));
    expect(await draw(2)).not.toBe(await draw(4));
  });

  it('has room for every stance, and its words on it', async () => {
    const all = await drawStances(STANCES.flatMap((stance) => many(stance, 250)));
    expect(sizeOf(all?.png ?? new Uint8Array())).toEqual([1280, 692]);
    const without = await drawStances([...many('denied', 2), ...many('claimed', 2)]);
    expect(without?.png.length).toBeGreaterThan(3_000);
  });

  it('is none where there is little to look at', async () => {
    expect(await drawStances([])).toBeNull();
    expect(await drawStances(many('denied', 9))).toBeNull();
    expect(await drawStances(['denied', 'claimed', 'claimed'])).toBeNull();
  });
});
