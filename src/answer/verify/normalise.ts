/** A text as it is compared, and where each of its units stands in the original. */
export interface Normalised {
  readonly text: string;
  /** `offsets[i]` is where unit `i` of `text` begins in the original; one entry more marks the original's end. */
  readonly offsets: readonly number[];
}

/** Soft hyphen, zero-width space, word joiner, byte order mark. The two zero-width joiners stay: Persian needs them. */
const DELETED: ReadonlySet<number> = new Set([0xad, 0x200b, 0x2060, 0xfeff]);

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...foldAll('‘’‚‛ʼ´`′', "'"),
  ...foldAll('“”„‟″«»', '"'),
  ...foldAll('‐‑‒–—―−', '-'),
  ['…', '...'],
]);

function foldAll(marks: string, to: string): readonly (readonly [string, string])[] {
  return marks.split('').map((mark) => [mark, to]);
}

const SPACE = /^\p{White_Space}$/u;
const MARK = /^\p{M}$/u;

function extendsCluster(codePoint: number): boolean {
  if (codePoint < 0x300) return DELETED.has(codePoint);
  if (codePoint >= 0x1160 && codePoint <= 0x11ff) return true;
  return DELETED.has(codePoint) || MARK.test(String.fromCodePoint(codePoint));
}

function codePointAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** Where the character that begins at `at` ends, with the marks and deleted characters that follow it. */
function clusterEnd(text: string, at: number): number {
  let end = at + widthOf(codePointAt(text, at));
  while (end < text.length) {
    const next = codePointAt(text, end);
    if (!extendsCluster(next)) break;
    end += widthOf(next);
  }
  return end;
}

function foldCluster(cluster: string): string {
  let kept = '';
  for (const character of cluster) if (!DELETED.has(codePointAt(character, 0))) kept += character;
  let folded = '';
  for (const character of kept.normalize('NFC')) {
    folded += SPACE.test(character) ? ' ' : (FOLDED.get(character) ?? character);
  }
  return folded;
}

/** Whether the unit at `at` stands for itself: ASCII, with nothing after it that could combine with it. */
function isPlain(text: string, at: number): boolean {
  return text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0xad);
}

function foldPlain(character: string): string {
  if (character === '`') return "'";
  return character === '\t' ||
    character === '\n' ||
    character === '\r' ||
    character === '\f' ||
    character === '\v'
    ? ' '
    : character;
}

/**
 * Folds what may differ between a quote and an honest copy of it: composition, quotation marks, dashes, ellipses,
 * spaces, invisible characters. Nothing else: NFKC would turn 10² into 102, lower case "US" into "us", and without
 * punctuation $1.5 would be $15. Used for comparison only; what is shown is the stored slice.
 */
export function normaliseWithOffsets(original: string): Normalised {
  const units: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  while (at < original.length) {
    const plain = isPlain(original, at);
    const end = plain ? at + 1 : clusterEnd(original, at);
    const folded = plain ? foldPlain(original.charAt(at)) : foldCluster(original.slice(at, end));
    for (let unit = 0; unit < folded.length; unit += 1) {
      const character = folded.charAt(unit);
      if (character === ' ' && units.at(-1) === ' ') continue;
      units.push(character);
      offsets.push(at);
    }
    at = end;
  }
  offsets.push(original.length);
  return { text: units.join(''), offsets };
}

/** The text as it is compared, see `normaliseWithOffsets`. */
export function normalise(text: string): string {
  return normaliseWithOffsets(text).text;
}
