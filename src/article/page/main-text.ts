import { readBlocks, type Block } from './blocks.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { clearFurniture } from './furniture.ts';
import { weigh, type Masses } from './mass.ts';
import { findReadable } from './readability.ts';
import { elementsOf, type PageElement, type PageText } from './tree.ts';

function lengthOf(texts: ReadonlySet<PageText>): number {
  return [...texts].reduce((sum, { value }) => sum + value.trim().length, 0);
}

/** Less than this share of a page's text, or than so many characters, is no convincing article. */
const CONVINCING = { share: 0.25, length: 500 };

/** What Readability keeps of a page: by the names of its elements, or without them where those mislead. */
function findKept(body: PageElement, mass: number): ReadonlySet<PageText> {
  const named = findReadable(body, { byNames: true });
  if (lengthOf(named) >= Math.max(CONVINCING.length, mass * CONVINCING.share)) return named;
  const unnamed = findReadable(body, { byNames: false });
  return lengthOf(unnamed) > lengthOf(named) ? unnamed : named;
}

/** The largest of the elements that hold articles by their name, else the whole body. */
function findContainer(body: PageElement, masses: Masses): PageElement {
  const massOf = (element: PageElement): number => masses.get(element) ?? 0;
  const least = massOf(body) * CONVINCING.share;
  for (const name of ['article', 'main']) {
    const held = elementsOf(body).filter((element) => element.tagName === name && massOf(element) >= least);
    const [largest] = held.toSorted((left, right) => massOf(right) - massOf(left));
    if (largest !== undefined) return largest;
  }
  return body;
}

/** Elements that Readability is quick to drop, and that are the article's where they stand between its paragraphs. */
const PARTS = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'table', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What was found of an article together with the lists, headings, tables and quotes that stand between its paragraphs. */
function withParts(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ kept }) => kept > 0);
  const last = blocks.findLastIndex(({ kept }) => kept > 0);
  const holders = new Set(blocks.flatMap(({ kept, parents }) => (kept > 0 ? (parents.at(-2) ?? []) : [])));
  const isPart = ({ parents }: Block): boolean =>
    parents.some(
      ({ tagName }, at) =>
        PARTS.has(tagName) &&
        [parents[at - 1], tagName === 'blockquote' ? parents[at - 2] : undefined].some(
          (outer) => outer !== undefined && holders.has(outer),
        ),
    );
  return blocks.filter(
    (block, at) => block.kept > 0 || (at > first && at < last && isText(block) && isPart(block)),
  );
}

const isText = ({ links, text }: Block): boolean => links < text.length * 0.4;

/**
 * The article's text in a page's body, `\n\n` between paragraphs. `title` is the headline, which is no part of it. Takes
 * everything else out of `body`. Empty where there is no text at all.
 */
export function readMainText(body: PageElement, title: string | null): string {
  clearFurniture(body);
  const masses = weigh(body);
  const mass = masses.get(body) ?? 0;
  const kept = findKept(body, mass);
  const isConvincing = lengthOf(kept) >= mass * CONVINCING.share;
  const found = isConvincing
    ? withParts(readBlocks(body, (text) => kept.has(text)))
    : readBlocks(findContainer(body, masses), () => true).filter(isText);
  return cleanBlocks(found, title)
    .map(({ text }) => text)
    .join('\n\n');
}
