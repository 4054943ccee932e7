import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 24;
/** The commonest are areas: they stay as they are. Of the others, those this far apart in a channel at least. */
const AREAS = 8;
const APART = 20;

/**
 * Pixels (RGBA, opaque) as a PNG with a palette, a fifth as large as one without: https://www.w3.org/TR/png-3/. A few of the
 * commonest colours stay as they are; others, at the edges of letters, become the nearest of these.
 */
export function encodeIndexed(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * at, 4 * at + 3);
    const colour = (red << 16) | (green << 8) | blue;
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = choosePalette(counts);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  return encode(
    { palette, indices: Uint8Array.from(colours, (colour) => places.get(colour) ?? 0) },
    width,
    height,
  );
}

function choosePalette(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = [];
  const ranked = [...counts].toSorted(
    ([one, times], [other, otherTimes]) => otherTimes - times || one - other,
  );
  for (const [colour] of ranked) {
    if (palette.length === MOST_COLOURS) break;
    const isApart = palette.every((chosen) =>
      channels(chosen).some((value, index) => Math.abs(value - (channels(colour)[index] ?? 0)) >= APART),
    );
    if (palette.length < AREAS || isApart) palette.push(colour);
  }
  return palette;
}

interface Indexed {
  readonly palette: readonly number[];
  readonly indices: Uint8Array;
}

const channels = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

/** The place of the nearest colour of a palette. */
function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  let place = 0;
  let closest = Infinity;
  for (const [index, other] of palette.entries()) {
    const [otherRed, otherGreen, otherBlue] = channels(other);
    const far = (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
    if (far < closest) [place, closest] = [index, far];
  }
  return place;
}

function encode({ palette, indices }: Indexed, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the number of a colour.
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
