import { z } from 'zod';
import { PublishedAt } from '../src/records/article.ts';
import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';

/** The largest file a person may hand in, in bytes. */
const MAX_FILE_BYTES = 10_000_000;

const options = z.strictObject({
  file: z
    .file()
    .max(MAX_FILE_BYTES)
    .optional()
    .describe('The article as a text, Markdown, HTML, PDF, Word or mail file'),
  title: z.string().trim().max(300).optional().describe('Its headline'),
  outlet: z.string().trim().max(100).optional().describe('Who published it'),
  url: z
    .url({ protocol: /^https?$/, error: 'url should be a web address that starts with https://.' })
    .max(2000)
    .optional()
    .describe('Its web address; alone, the page is fetched from there'),
  published: z
    .string()
    .trim()
    .refine((date) => PublishedAt.safeParse(date).success, 'published should be a day such as 2024-09-10.')
    .optional()
    .describe('When it was published, as 2024-09-10'),
  text: z.string().max(4000).optional().describe('The article, pasted; attach a longer one as a file'),
});

/** Stores an article, fetched from its address, handed in as a file or pasted into a form, and every statement in it. */
export const ingest = {
  name: 'ingest',
  description: 'Store an article: give its address, attach a file, or leave out both to paste the text',
  options,
  form: 'text',
  formUnless: 'url',
  access: 'managers',
  visibility: 'public',
  example: '/ingest file:article.txt outlet:Harbour Post published:2024-09-10',
  async run({ file, text = '', ...said }, deps) {
    const pasted = text.trim();
    const isAddress = /^https?:\/\/\S+$/iu.test(pasted);
    const details = isAddress && said.url === undefined ? { ...said, url: pasted } : said;
    const typed = pasted === '' || isAddress ? null : new TextEncoder().encode(text);
    const bytes = file === undefined ? typed : new Uint8Array(await file.arrayBuffer());
    if (bytes === null && details.url === undefined) {
      throw new InputError('Give the address of the article, attach it as a file, or paste its text.');
    }
    const outcome = await deps.ingest({ bytes, fileName: file?.name ?? null, ...details });
    return { kind: 'ingested', outcomes: [outcome] };
  },
} as const satisfies Command<typeof options>;
