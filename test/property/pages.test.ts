import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyArticle } from '../../src/article/documents/read-any-article.ts';
import { InputError } from '../../src/errors.ts';

const words = fc.constantFrom(
  ...`<p> </p> <div class="article-body"> </div> <article> </article> <h1> </h1> <table><tr><td> </td></tr></table> <ul><li>
  </li></ul> <b> </b> <a href="/x"> </a> <br> <br><br> <script> </script> <style> </style> <!-- --> <time datetime="2031-03-04"> </time>
  <form> </form> <template> </template> <svg> </svg> <math> </math> <aside> </aside> <frameset> </html> </body> <body> <title> </title>
  <meta name="date" content="2031-13-99"> <script\u0020type="application/ld+json">{"@type":"Article","author":[[[{}]]]}</script>
  <link\u0020rel="canonical"\u0020href="//["> &amp; &#0; &#xd800; said “No,” 4.3.2031 published by`.split(
    /[ \n]+/u,
  ),
);
const page = fc.array(
  fc.oneof({ weight: 4, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 20 })),
  {
    maxLength: 120,
  },
);

async function readAll(bytes: Uint8Array): Promise<string> {
  try {
    const draft = await readAnyArticle({
      bytes,
      fileName: 'a.html',
      overrides: {},
      fetchedFrom: 'https://a.example/b',
    });
    return draft.text;
  } catch (error) {
    if (error instanceof InputError) return error.userMessage;
    throw error;
  }
}

describe('a web page', () => {
  it('is read or refused in a sentence, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (parts) => {
        expect(await readAll(new TextEncoder().encode(parts.join(' ')))).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('is read the same a second time', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (parts) => {
        const bytes = new TextEncoder().encode(parts.join(''));
        expect(await readAll(bytes)).toBe(await readAll(bytes));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['nested deep', '<div>'.repeat(200_000)],
    ['nested deep, with words', '<div>No, she said. '.repeat(50_000)],
    ['of many elements', '<p>No, she said.</p>'.repeat(200_000)],
    ['of many open marks', '<b><i><a href=x>'.repeat(100_000)],
    ['of many marks that reach over blocks', '<p><b class=x>a</p>'.repeat(50_000)],
    ['of many table parts', '<table><tr><td>a'.repeat(60_000)],
    ['of nothing but brackets', '<'.repeat(1_000_000)],
    ['of one word', `<p>${'a'.repeat(2_000_000)}`],
    ['of one paragraph with many breaks', `<p>${'a<br>'.repeat(50_000)}`],
    ['of many metas', '<meta name="date" content="x">'.repeat(50_000)],
    ['of many dates', '<time>4 March</time>'.repeat(40_000)],
    [
      'of deep JSON-LD',
      `<script type="application/ld+json">${'[{"@graph":'.repeat(50_000)}</script><p>No, she said.`,
    ],
  ])('%s is read in time that grows with its length', { timeout: 60_000 }, async (_what, html) => {
    expect(await readAll(new TextEncoder().encode(`<!doctype html>${html}`))).not.toBe('');
  });
});
