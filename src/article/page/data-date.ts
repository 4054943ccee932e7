import { bare } from './bare.ts';
import { lineOf, type PageFacts } from './page-facts.ts';
import { attribute, type PageElement } from './tree.ts';
import { readMachineDate } from './written-date.ts';

/** Longer scripts are not worth their time. */
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 12;
/** How deep below an object its headline may stand: `{ headlines: { basic } }`. */
const TITLE_DEPTH = 2;

/** What the data of publishing systems calls the instant of publication, the surest first. */
const KEYS =
  'datePublished publishedAt published_at firstPublishedAt firstPublished first_publish_date publishDate publish_date publicationDate publication_date publishedDate published_date display_date displayDate publishedOn published'.split(
    ' ',
  );

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** The data that a script holds: all of it, or what is put into a name of `window`. */
function dataIn(script: PageElement): unknown {
  const source = lineOf(script);
  if (source.length > MAX_LENGTH) return null;
  const type = attribute(script, 'type');
  const start = /json/iu.test(type)
    ? 0
    : (/(?:globalContent|__\w+__|initialState)\s*=\s*(?=\{)/iu.exec(source)?.index ?? -1);
  if (start === -1 || /ld\+json/iu.test(type)) return null;
  try {
    return JSON.parse(/json/iu.test(type) ? source : firstObject(source.slice(source.indexOf('{', start))));
  } catch {
    return null;
  }
}

/** The object that a text begins with, up to its last brace. */
function firstObject(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gu)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return '';
}

function tells(value: unknown, title: string, depth: number): boolean {
  if (typeof value === 'string') return value.length < 500 && bare(value) === title;
  return depth > 0 && isData(value) && Object.values(value).some((inner) => tells(inner, title, depth - 1));
}

function dateOf(data: Data): string | null {
  for (const key of KEYS) {
    const value = data[key];
    const date =
      typeof value === 'string' || typeof value === 'number' ? readMachineDate(String(value)) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The date of the innermost object that has the headline and a date of its own. */
function findIn(value: unknown, title: string, depth: number): string | null {
  if (!isData(value) || depth > MAX_DEPTH) return null;
  for (const inner of Object.values(value)) {
    const date = findIn(inner, title, depth + 1);
    if (date !== null) return date;
  }
  const own = Array.isArray(value) ? null : dateOf(value);
  return own !== null && Object.values(value).some((inner) => tells(inner, title, TITLE_DEPTH - 1))
    ? own
    : null;
}

/** When an article was published by the data that its page was built from, told by its headline. */
export function findDataDate({ elements }: PageFacts, title: string | null): string | null {
  const wanted = bare(title ?? '');
  if (wanted.length < 8) return null;
  for (const element of elements) {
    const date = element.tagName === 'script' ? findIn(dataIn(element), wanted, 0) : null;
    if (date !== null) return date;
  }
  return null;
}
