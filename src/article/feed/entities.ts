import { InputError } from '../../errors.ts';

/** Definitions of a document's own, by name: `<!ENTITY copy "&#169;">`. */
export type Entities = ReadonlyMap<string, string>;

const DEFINITION = /<!ENTITY\s+(?<name>[\w.:-]{1,80})\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;
const REFERENCE = /&(?<name>[\w.:-]{1,80});/gu;

/** How long a definition may be and how much all that refer to definitions may grow, in code units. */
const LONGEST = 1000;
const MOST_GROWTH = 500_000;

const REFUSAL =
  'This feed defines entities that unpack into ever more text, so it was not read: ask its publisher for a plain feed.';

/**
 * The entities that a DOCTYPE defines. Those in other files are not fetched. Throws InputError for definitions that
 * build on definitions or are long: no feed needs them, and they are how a small document becomes gigabytes.
 */
export function readEntities(doctype: string): Entities {
  const entities = new Map<string, string>();
  for (const { groups } of doctype.matchAll(DEFINITION)) {
    const value = groups?.['double'] ?? groups?.['single'] ?? '';
    if (value.length > LONGEST) throw new InputError(REFUSAL);
    entities.set(groups?.['name'] ?? '', value);
  }
  for (const value of entities.values()) {
    const nested = [...value.matchAll(REFERENCE)].some(({ groups }) => entities.has(groups?.['name'] ?? ''));
    if (nested) throw new InputError(REFUSAL);
  }
  return entities;
}

/** Puts in what the references to `entities` stand for. Throws InputError when the texts of a document grow too much. */
export function createExpander(entities: Entities): (raw: string) => string {
  let growth = 0;
  return (raw) => {
    if (entities.size === 0) return raw;
    return raw.replace(REFERENCE, (reference, name: string) => {
      const value = entities.get(name);
      if (value === undefined) return reference;
      growth += value.length;
      if (growth > MOST_GROWTH) throw new InputError(REFUSAL);
      return value;
    });
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes what may stand in an address: XML's five entities and numbers. */
export function decodeXml(raw: string): string {
  return raw.replace(/&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>\w{2,4}));/giu, (...match) => {
    const { hex, decimal, name = '' }: Record<string, string | undefined> = match.at(-1);
    if (hex === undefined && decimal === undefined) return NAMED[name] ?? match[0];
    const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

export function encodeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
