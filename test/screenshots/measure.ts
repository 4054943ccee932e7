import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-wasm';
import { renderSvg } from '../../src/picture/render-svg.ts';
import { encodeIndexed } from './indexed-png.ts';
import type { Run } from './parse-markdown.ts';

export type Face = Run['face'];

/** How each face is asked for in an SVG. */
export const FACE_STYLE: Readonly<Record<Face, string>> = {
  plain: 'font-family="DejaVu Sans"',
  bold: 'font-family="DejaVu Sans" font-weight="bold"',
  italic: 'font-family="DejaVu Sans" font-style="italic"',
  code: 'font-family="DejaVu Sans Mono"',
};

const FILES = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans-Oblique', 'DejaVuSansMono'];
const MEASURED_AT = 100;

export interface Renderer {
  /** How wide a text is, in pixels. */
  readonly measure: (text: string, face: Face, size: number) => number;
  readonly render: (svg: string, width: number) => Uint8Array;
}

const read = (address: string): Promise<Buffer<ArrayBuffer>> => readFile(fileURLToPath(address));

/** A renderer with all the faces a message is set in. Once a process. */
export async function openRenderer(): Promise<Renderer> {
  const fontBuffers = await Promise.all(
    FILES.map((name) => read(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))),
  );
  // The program opens the renderer, which a process may do but once.
  await renderSvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 1);
  const font = { loadSystemFonts: false, fontBuffers, defaultFontFamily: 'DejaVu Sans' };
  const widthOf = (text: string, face: Face): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="0" y="100" font-size="${MEASURED_AT}" ${FACE_STYLE[face]}>${escapeXml(text)}</text></svg>`;
    const renderer = new Resvg(svg, { font });
    const width = renderer.getBBox()?.width ?? 0;
    renderer.free();
    return width;
  };
  const known = new Map<string, number>();
  /** Between two letters, whose own widths go away: a box tells the ink alone. */
  const advanceOf = (letter: string, face: Face): number => {
    const key = `${face} ${letter}`;
    const advance = known.get(key) ?? widthOf(`H${letter}H`, face) - widthOf('HH', face);
    known.set(key, advance);
    return advance;
  };
  return {
    measure: (text, face, size) =>
      Array.from(text).reduce((sum, letter) => sum + advanceOf(letter, face), 0) * (size / MEASURED_AT),
    render(svg, width) {
      const renderer = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } });
      const image = renderer.render();
      const png = encodeIndexed(image.pixels, image.width, image.height);
      image.free();
      renderer.free();
      return png;
    },
  };
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
