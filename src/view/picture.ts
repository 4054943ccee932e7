import { ComponentType, type APIMediaGalleryComponent } from 'discord.js';
import type { Picture } from '../records/briefing.ts';
import { excerpt } from './excerpt.ts';
import { neutraliseLine } from './neutral.ts';

/** A file as discord.js uploads it. */
export interface FileToSend {
  readonly name: string;
  readonly attachment: Buffer;
  /** What a picture says to those who don't see it. */
  readonly description?: string;
}

/** A picture as Discord takes it: the file, and the component that shows it. */
export interface ShownPicture {
  readonly file: FileToSend & { readonly description: string };
  readonly components: readonly [APIMediaGalleryComponent];
}

/** What Discord lets a picture be described in. */
const ALT_TEXT = 1024;

/** A picture under a file's name, with its description within Discord's limits. */
export function showPicture({ png, altText }: Picture, name: string): ShownPicture {
  const description = excerpt(neutraliseLine(altText), ALT_TEXT, (slice) => slice.length).text;
  const item = { media: { url: `attachment://${name}` }, description };
  return {
    file: { name, attachment: Buffer.from(png), description },
    components: [{ type: ComponentType.MediaGallery, items: [item] }],
  };
}
