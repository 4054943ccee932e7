import { ComponentType } from 'discord.js';
import { z } from 'zod';
import { escapeXml, FACE_STYLE, type Renderer } from './measure.ts';
import { setText, type Drawn } from './set-text.ts';

/** The components of a message, as far as our cards use them. */
const Button = z.object({ type: z.literal(ComponentType.Button), style: z.number(), label: z.string() });
const Select = z.object({
  type: z.literal(ComponentType.StringSelect),
  placeholder: z.string(),
  options: z.array(z.looseObject({ label: z.string(), default: z.boolean().optional() })),
});
const Text = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const Inside = z.discriminatedUnion('type', [
  Text,
  z.object({ type: z.literal(ComponentType.Section), components: z.array(Text), accessory: Button }),
  z.object({ type: z.literal(ComponentType.ActionRow), components: z.array(z.union([Button, Select])) }),
]);
const Container = z.object({ type: z.literal(ComponentType.Container), components: z.array(Inside) });
const Gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  items: z.array(z.object({ media: z.object({ url: z.string() }) })),
});
const Message = z.object({ components: z.array(z.union([Container, Gallery, Text])) });

const WIDTH = 640;
const LEFT = 72;
const PADDING = 16;
const GAP = 10;
const DANGER = 4;
const INNER = WIDTH - LEFT - 2 * PADDING - 16;

export interface Shot {
  /** What Discord is sent. */
  readonly body: unknown;
  /** A picture that is sent with it, and how many pixels it has. */
  readonly picture: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null;
}

/** A message as Discord's dark theme shows it, as an SVG of 640 pixels' width. */
export function drawMessage({ body, picture }: Shot, renderer: Renderer): string {
  const { components } = Message.parse(body);
  let y = 44;
  const parts: string[] = [];
  for (const component of components) {
    const drawn =
      component.type === ComponentType.Container
        ? drawContainer(component, y, renderer)
        : component.type === ComponentType.TextDisplay
          ? setText(component.content, { x: LEFT, y, width: WIDTH - LEFT - 16 }, renderer)
          : drawPicture(picture, y);
    parts.push(drawn.svg);
    y += drawn.height + GAP;
  }
  const height = Math.ceil(y + 8);
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<rect width="${WIDTH}" height="${height}" fill="#313338"/>
<circle cx="36" cy="36" r="20" fill="#5865f2"/><text x="36" y="42" font-size="17" fill="#ffffff" text-anchor="middle" ${FACE_STYLE.bold}>OR</text>
<text x="${LEFT}" y="32" font-size="15" fill="#f2f3f5" ${FACE_STYLE.bold}>OnRecord</text>
<rect x="${LEFT + 92}" y="19" width="34" height="16" rx="4" fill="#5865f2"/><text x="${LEFT + 109}" y="31" font-size="10.5" fill="#ffffff" text-anchor="middle" ${FACE_STYLE.bold}>APP</text>
${parts.join('\n')}
</svg>`;
}

function drawContainer({ components }: z.infer<typeof Container>, top: number, renderer: Renderer): Drawn {
  const x = LEFT + PADDING;
  let y = top + PADDING - 4;
  const parts: string[] = [];
  for (const component of components) {
    const drawn =
      component.type === ComponentType.TextDisplay
        ? setText(component.content, { x, y, width: INNER }, renderer)
        : component.type === ComponentType.Section
          ? drawSection(component, { x, y }, renderer)
          : drawRow(component.components, { x, y }, renderer);
    parts.push(drawn.svg);
    y += drawn.height + GAP;
  }
  const height = y - top + PADDING - GAP;
  const box = `<rect x="${LEFT}" y="${top}" width="${WIDTH - LEFT - 16}" height="${height}" rx="8" fill="#2b2d31" stroke="#3f4147"/>`;
  return { svg: [box, ...parts].join('\n'), height };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function drawSection(
  { components, accessory }: z.infer<typeof Inside> & { type: ComponentType.Section },
  { x, y }: Corner,
  renderer: Renderer,
): Drawn {
  const button = widthOf(accessory.label, renderer);
  const texts = setText(
    components.map(({ content }) => content).join('\n'),
    { x, y, width: INNER - button - 16 },
    renderer,
  );
  const beside = drawButton(accessory, { x: x + INNER - button, y }, renderer);
  return { svg: `${texts.svg}\n${beside.svg}`, height: Math.max(texts.height, beside.height) };
}

function drawRow(
  components: readonly (z.infer<typeof Button> | z.infer<typeof Select>)[],
  { x, y }: Corner,
  renderer: Renderer,
): Drawn {
  let at = x;
  const drawn = components.map((component) => {
    if (component.type === ComponentType.StringSelect) return drawSelect(component, { x, y });
    const button = drawButton(component, { x: at, y }, renderer);
    at += widthOf(component.label, renderer) + 8;
    return button;
  });
  return {
    svg: drawn.map(({ svg }) => svg).join('\n'),
    height: Math.max(...drawn.map(({ height }) => height)),
  };
}

const widthOf = (label: string, { measure }: Renderer): number =>
  Math.round(measure(label, 'plain', 13) + 28);

function drawButton({ label, style }: z.infer<typeof Button>, { x, y }: Corner, renderer: Renderer): Drawn {
  const width = widthOf(label, renderer);
  const fill = style === DANGER ? '#da373c' : '#4e5058';
  const svg = `<rect x="${x}" y="${y}" width="${width}" height="32" rx="6" fill="${fill}"/><text x="${x + width / 2}" y="${y + 21}" font-size="13" fill="#ffffff" text-anchor="middle" ${FACE_STYLE.plain}>${escapeXml(label)}</text>`;
  return { svg, height: 32 };
}

function drawSelect({ placeholder, options }: z.infer<typeof Select>, { x, y }: Corner): Drawn {
  const chosen = options.find((option) => option.default === true);
  const svg = `<rect x="${x}" y="${y}" width="${INNER}" height="38" rx="6" fill="#1e1f22" stroke="#3f4147"/><text x="${x + 12}" y="${y + 24}" font-size="13.5" fill="${chosen === undefined ? '#949ba4' : '#dbdee1'}" ${FACE_STYLE.plain}>${escapeXml(chosen?.label ?? placeholder)}</text><path d="M${x + INNER - 24} ${y + 16} l6 6 l6 -6" fill="none" stroke="#dbdee1" stroke-width="2"/>`;
  return { svg, height: 38 };
}

function drawPicture(picture: Shot['picture'], y: number): Drawn {
  if (picture === null) return { svg: '', height: 0 };
  const width = WIDTH - LEFT - 16;
  const height = Math.round((picture.height / picture.width) * width);
  const data = Buffer.from(picture.png).toString('base64');
  return {
    svg: `<image x="${LEFT}" y="${y}" width="${width}" height="${height}" xlink:href="data:image/png;base64,${data}"/>`,
    height,
  };
}
