import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyArticle } from '../../src/article/documents/read-any-article.ts';
import { InputError } from '../../src/errors.ts';
import { makeDocx } from '../support/make-docx.ts';
import { column, makePdf } from '../support/make-pdf.ts';

const WORDS = ['“Nobody was hurt,” said Ana Roe on Monday.', 'Ferries go from the new pier until then.'];
const MAIL = `Message-ID: <1@a.example>\r\nSubject: Pier\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${WORDS[0]}</p>\r\n--b--`;

const DOCUMENTS: readonly (readonly [kind: string, bytes: Uint8Array])[] = [
  ['pdf', makePdf({ pages: [column(WORDS), column(WORDS)], info: { Title: 'Old pier closed' } })],
  ['docx', makeDocx({ paragraphs: WORDS, title: 'Old pier closed' })],
  ['eml', new TextEncoder().encode(MAIL)],
];

/** A document as it comes off a bad disk: bytes changed, taken out, the end missing. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), {
    maxLength: 12,
  }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  end: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

const isRead = ({ text }: { text: string }): boolean => text.trim() !== '';
const isRefused = (error: unknown): boolean =>
  error instanceof InputError && /^The file a\.\w+ [^\n]+\.$/u.test(error.userMessage);

describe.each(DOCUMENTS)('a damaged %s', (kind, whole) => {
  it('is read, or refused in one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ changes, from, length, end }) => {
        const bytes = [...whole];
        for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
        bytes.splice(Math.floor(from * bytes.length), length);
        const damaged = Uint8Array.from(bytes.slice(0, Math.ceil(end * bytes.length)));
        const draft = { bytes: damaged, fileName: `a.${kind}`, overrides: {} };
        expect(await readAnyArticle(draft).then(isRead, isRefused)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
