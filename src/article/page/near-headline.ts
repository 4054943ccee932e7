import type { Block } from './blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { isElsewhere, saysChanged } from './published.ts';
import { findWrittenDate, type NumberOrder } from './written-date.ts';

const SAYS_PUBLISHED =
  /published|posted|publication date|veröffentlicht|erschienen|publiziert|online seit|publié|paru|mis en ligne|publicad[oa]|publicación|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowano|zveřejněno|közzétéve|publicat|yayınlan|опубликован|дата публикации|δημοσι|發佈|发布|公開|投稿日/iu;

/** How far from the headline a line that tells the day of publication stands, in lines. */
const NEAR = 12;
/** Prose is longer than a line that tells when and by whom. */
const PROSE = 150;

/**
 * The day in a short line near the headline: alone above the first paragraph, or behind "Published on" in any language.
 * `blocks` are all blocks of the page.
 */
export function findDateNearHeadline(
  blocks: readonly Block[],
  {
    title,
    facts,
    order,
  }: { readonly title: string | null; readonly facts: PageFacts; readonly order: NumberOrder },
): string | null {
  const own = blocks.filter(
    ({ parents, links, text }) =>
      links < text.length * 0.5 &&
      !parents.some((parent) => isElsewhere(parent) && !facts.holders.has(parent)),
  );
  const at = title === null ? -1 : own.findIndex(({ text }) => text.includes(title));
  const from = Math.max(0, at - 4);
  const prose = own.findIndex(({ text }, index) => index > at && text.length >= PROSE);
  for (const [index, { text }] of own.entries()) {
    if (index < from || text.length >= PROSE || (saysChanged(text) && !SAYS_PUBLISHED.test(text))) continue;
    const isAbove = index < from + NEAR + 4 && (prose === -1 || index < prose);
    const words = text
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .split(' ').length;
    const date = (isAbove && words <= 8) || SAYS_PUBLISHED.test(text) ? findWrittenDate(text, order) : null;
    if (date !== null) return date;
  }
  return null;
}
