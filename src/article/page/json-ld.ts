import { attribute, textOf, type PageElement } from './tree.ts';

/** One object of the page's JSON-LD. */
export type LinkedObject = Readonly<Record<string, unknown>>;

/** Longer scripts are data of an application, deeper ones hostile. */
const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 6;
const MAX_OBJECTS = 500;

const isObject = (value: unknown): value is LinkedObject => typeof value === 'object' && value !== null;

/** The dates of an article's object that is no JSON, for quotation marks within its strings or commas too many. */
function datesIn(source: string): LinkedObject | null {
  const type = /"@type"\s*:\s*\[?\s*"(?<type>\w+)"/u.exec(source)?.groups?.['type'];
  const dates = source.matchAll(/"(?<key>datePublished|dateModified)"\s*:\s*"(?<date>[^"]{8,40})"/gu);
  const found = [...dates].map(({ groups }) => [groups?.['key'], groups?.['date']] as const);
  return new Map(found).size < found.length ? null : { '@type': type, ...Object.fromEntries(found) };
}

function parseScript(script: string): unknown {
  const source = script.replace(
    /^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>|;)\s*$/gu,
    '',
  );
  try {
    return JSON.parse(source);
  } catch {
    try {
      // Line breaks within strings are the commonest fault.
      return JSON.parse(source.replace(/\p{Cc}+/gu, ' '));
    } catch {
      return datesIn(source);
    }
  }
}

function collect(value: unknown, depth: number, found: LinkedObject[]): void {
  if (!isObject(value) || depth > MAX_DEPTH || found.length > MAX_OBJECTS) return;
  if (Array.isArray(value)) return value.forEach((item) => collect(item, depth + 1, found));
  found.push(value);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
    collect(value[key], depth + 1, found);
}

/** The objects of a page's JSON-LD, lists and graphs laid flat. */
export function readLinkedData(elements: readonly PageElement[]): readonly LinkedObject[] {
  const found: LinkedObject[] = [];
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/iu.test(attribute(element, 'type'))) continue;
    const script = textOf(element);
    if (script.length <= MAX_LENGTH) collect(parseScript(script), 0, found);
  }
  return found;
}

/** The types of an object, without the vocabulary's address. */
function typesOf(object: LinkedObject): readonly string[] {
  const types = object['@type'];
  const list: readonly unknown[] = Array.isArray(types) ? types : [types];
  return list.flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []));
}

const ARTICLE = /(?:Article|Posting|Report|^Review|^Recipe|^AnalysisNewsArticle|Opinion|Essay)$/u;

/** The objects that tell of the article itself, the likeliest first. */
export function articlesOf(objects: readonly LinkedObject[]): readonly LinkedObject[] {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  const pages = objects.filter((object) => typesOf(object).some((type) => type.endsWith('Page')));
  return [...articles, ...pages];
}

/** The text of a value: itself, its `@value`, or its name. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return asText(value[0]);
  return isObject(value) ? (asText(value['name']) ?? asText(value['@value'])) : null;
}

/** The texts of a value, each of a list's. */
export function asTexts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => asText(item) ?? []);
}
