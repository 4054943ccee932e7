import { z } from 'zod';
import { FetchError } from '../errors.ts';
import type { FetchedContent, Fetcher } from '../fetch/fetcher.ts';
import { statusProblem } from './page-problems.ts';
import { keyOfGoogleNews } from './wrapped-links.ts';

/** Where the pages of Google News ask for what they show. */
const QUESTIONS = '/_/DotsSplashUi/data/batchexecute';

/** The name of the question where a link leads, among those that can be put there. */
const QUESTION = 'Fbv4je';

/** What those who ask tell of themselves: nothing. The numbers are those of an English edition. */
const ASKER: readonly unknown[] = [
  ['X', 'X', ['X', 'X'], null, null, 1, 1, 'US:en', null, 1, null, null, null, null, null, 0, 1],
  'X',
  'X',
  1,
  [1, 1, 1],
  1,
  1,
  null,
  0,
  0,
  null,
  0,
];

/** Answers are some hundred bytes long. */
const MAX_BYTES = 100_000;

/** Failures of the answer itself: the link stays sealed. Any other is told, for it may pass. */
const NO_ANSWER: ReadonlySet<string> = new Set(['too-large', 'not-readable', 'redirects', 'refused-address']);

/** With these two, which the page of a link holds, Google tells where it leads. */
const Seal = z.object({ timestamp: z.coerce.number().int().positive(), signature: z.string() });

const Row = z.tuple([z.literal('wrb.fr'), z.literal(QUESTION), z.string()], z.unknown());
const Told = z.tuple([z.literal('garturlres'), z.string()], z.unknown());

function readAttribute(html: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=["']?(?<value>[\\w+/=-]{1,500})["'\\s>]`, 'u').exec(html)?.groups?.['value'];
}

/** What is asked, as the pages of Google News do; null for a page without a seal. */
function questionOf(bytes: Uint8Array, key: string): URLSearchParams | null {
  const html = new TextDecoder('latin1').decode(bytes);
  const seal = Seal.safeParse({
    timestamp: readAttribute(html, 'data-n-a-ts'),
    signature: readAttribute(html, 'data-n-a-sg'),
  });
  if (!seal.success) return null;
  const { timestamp, signature } = seal.data;
  const id = readAttribute(html, 'data-n-a-id') ?? key;
  const asked = JSON.stringify(['garturlreq', ASKER, id, timestamp, signature]);
  return new URLSearchParams({ 'f.req': JSON.stringify([[[QUESTION, asked, null, 'generic']]]) });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The rows of an answer: `)]}'` and then lists of rows, one a line with its length before it, or all in one. */
function rowsIn(answer: string): readonly unknown[] {
  const lines = answer.split('\n').filter((line) => line.startsWith('['));
  return lines.flatMap((line) => z.array(z.unknown()).safeParse(parse(line)).data ?? []);
}

/** The address that an answer tells, as it is written there. */
function addressIn(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_BYTES) return null;
  for (const row of rowsIn(new TextDecoder().decode(bytes))) {
    const told = Told.safeParse(parse(Row.safeParse(row).data?.[2] ?? ''));
    if (told.success) return told.data[1];
  }
  return null;
}

/**
 * Where a link of Google News leads whose address Google keeps to itself, asked of Google as its own page does: with the
 * seal that stands in the page, as well-known decoders do it (the key Fbv4je of `batchexecute`, which is nowhere documented
 * and may change). Null where that comes to nothing. Rejects with FetchError where another time may do.
 */
export async function unsealGoogleNews(
  { finalUrl, bytes }: FetchedContent,
  { fetcher, signal }: { readonly fetcher: Fetcher; readonly signal: AbortSignal | undefined },
): Promise<URL | null> {
  const end = new URL(finalUrl);
  const form = questionOf(bytes, keyOfGoogleNews(end) ?? '');
  if (form === null) return null;
  try {
    const answer = await fetcher.fetch(new URL(QUESTIONS, end).href, { accept: 'data', form, signal });
    if (answer.kind !== 'content') return null;
    if (answer.status === 429 || answer.status >= 500) throw statusProblem(end, answer);
    return URL.parse(addressIn(answer.bytes) ?? '');
  } catch (error) {
    if (error instanceof FetchError && NO_ANSWER.has(error.reason)) return null;
    throw error;
  }
}
