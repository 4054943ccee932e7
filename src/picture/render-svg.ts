import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const read = (address: string): Promise<Buffer<ArrayBuffer>> => readFile(fileURLToPath(address));

let opened: Promise<Uint8Array> | null = null;

/** The renderer is made once a process. Fonts of the machine are never asked for: a picture is the same everywhere. */
async function open(): Promise<Uint8Array> {
  const [wasm, font] = await Promise.all([
    read(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    read(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  ]);
  await initWasm(wasm);
  return font;
}

/** An SVG of our own making as a PNG, `width` pixels wide. Nothing is fetched. */
export async function renderSvg(svg: string, width: number): Promise<Uint8Array> {
  // One that could not be opened is tried anew with the next picture.
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  const font = await opened;
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontBuffers: [font], defaultFontFamily: 'DejaVu Sans' },
  });
  try {
    const image = renderer.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
