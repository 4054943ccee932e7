import { describe, expect, it } from 'vitest';
import { readArticle, type ArticleOverrides } from '../../../src/article/read.ts';
import { InputError } from '../../../src/errors.ts';

function read(text: string, fileName: string | null = null, overrides: ArticleOverrides = {}) {
  return readArticle({ bytes: new TextEncoder().encode(text), fileName, overrides });
}

function problemOf(bytes: Uint8Array, fileName: string | null = null): string {
  try {
    readArticle({ bytes, fileName, overrides: {} });
  } catch (error) {
    if (error instanceof InputError) return error.userMessage;
    throw error;
  }
  return 'no problem';
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what an article tells of itself', () => {
  it('reads front matter and keeps it out of the text', () => {
    const draft = read(
      '---\ntitle: "Harbour: the denial"\nOutlet: Calder Wire\nauthor: Ana Roe\ndate: 2031-03-04\nurl: https://calder.example/a#top\nlang: en\ntags:\n  - port\n# a comment\n---\n\nThe mayor said no.\n',
    );
    expect(draft).toMatchObject({
      title: 'Harbour: the denial',
      outlet: 'Calder Wire',
      byline: 'Ana Roe',
      publishedAt: '2031-03-04',
      url: 'https://calder.example/a',
      language: 'en',
      text: 'The mayor said no.',
    });
  });

  it('leaves a text that only opens with a rule whole', () => {
    expect(read('---\nNo front matter here.\n---\nThe mayor said no.').text).toContain(
      'No front matter here.',
    );
    expect(read('---\n\n---\nThe mayor said no.').text).toContain('---');
    expect(read('---\ntitle: never closed\n\nThe mayor said no.').title).toBeNull();
  });

  it.each([
    [' date 2031-03-04 “No,” the mayor said.', '“No,” the mayor said.'],
    ['date 2031-03-04\n\nThe mayor said no.', 'The mayor said no.'],
    ['Date: 2031-03-04\nThe mayor said no.', 'The mayor said no.'],
    ['\u{feff}---\ntitle: T\n---\n date 2031-03-04 The mayor said no.', 'The mayor said no.'],
  ])('takes a leading date off %j', (given, text) => {
    expect(read(given)).toMatchObject({ publishedAt: '2031-03-04', text });
  });

  it('does not take a sentence about a date for a leading date', () => {
    expect(read('Date 2031 was set for the vote.')).toMatchObject({
      publishedAt: null,
      text: 'Date 2031 was set for the vote.',
    });
  });

  it('puts what a person says of it first', () => {
    const draft = read('---\ntitle: Theirs\noutlet: Theirs\ndate: 2031-03-04\n---\nNo, she said.', null, {
      title: ' Mine ',
      url: 'http://me:secret@calder.example/b',
      published: '2031-05-06 07:08:09 +0200',
    });
    expect(draft).toMatchObject({
      title: 'Mine',
      outlet: 'Theirs',
      url: 'http://calder.example/b',
      publishedAt: '2031-05-06T07:08:09+02:00',
    });
  });

  it.each([
    ['2031-03-04', '2031-03-04'],
    ['2031-03-04T07:08', '2031-03-04'],
    ['2031-03-04T07:08Z', '2031-03-04T07:08:00Z'],
    ['2031-03-04 07:08:09.5 -05:00', '2031-03-04T07:08:09.5-05:00'],
  ])('reads the date %s', (written, date) => {
    expect(read('No, she said.', null, { published: written }).publishedAt).toBe(date);
  });

  it.each(['last Monday', '2031-02-30', '2031-13-01', '', '04/03/2031', 'date'])(
    'asks for another way to write the date %j',
    (written) => {
      expect(() => read('No, she said.', null, { published: written })).toThrow(/2024-09-10/u);
    },
  );

  it.each(['calder', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])(
    'asks for a full address instead of %j',
    (url) => {
      expect(() => read('No, she said.', null, { url })).toThrow(/give a full one/u);
    },
  );

  it('has one identity for the same words, whatever their file and line ends', () => {
    const hashes = [
      read('No, she said.\n\nYes, he said.\n'),
      read('\u{feff}No, she said.\r\n\r\n\r\nYes, he said.  '),
      read('<p>No, she said.<p>Yes, he said.', 'a.html'),
      read('# Title\n\nNo, *she* said.\n\nYes, he said.', 'a.md', { title: 'Other' }),
    ].map((draft) => draft.contentHash);
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe('plain text', () => {
  it('joins lines that were broken to a width', () => {
    const text = read(
      'The mayor of the harbour town said on Tuesday that\nno such vessel had been seen in the port and that\nnone was expected.\n\nShe left.',
    ).text;
    expect(text).toBe(
      'The mayor of the harbour town said on Tuesday that no such vessel had been seen in the port and that none was expected.\n\nShe left.',
    );
  });

  it('takes every line for a paragraph where lines have no width', () => {
    expect(read('“No,” she said.\n“Not today.”').text).toBe('“No,” she said.\n\n“Not today.”');
  });
});

describe('Markdown', () => {
  it('takes the marks away and keeps the words', () => {
    const draft = read(
      '# The *harbour* denial\n\nThe mayor said **there\nwas [no ship](https://calder.example/ship "Ship")**. ![a ship](ship.png)\n\n> “It is a 2 * 3 * 4 matter,” she_said.\n\n## More\n\n- one\n- two\n\n---\n\nEnd \\*here\\*.',
      'a.md',
    );
    expect(draft.title).toBe('The harbour denial');
    expect(draft.text.split('\n\n')).toEqual([
      'The mayor said there was no ship.',
      '“It is a 2 * 3 * 4 matter,” she_said.',
      'More',
      'one',
      'two',
      'End *here*.',
    ]);
  });
});

describe('HTML', () => {
  it('keeps the words of the article, decoded, a paragraph a block', () => {
    const draft = read(
      `<!doctype html><html><head><title>Site | Denial</title><style>p{}</style><script>"<p>not this</p>"</script></head>
      <body><nav>Home <nav>More</nav> News</nav><article><h1>The &quot;harbour&quot; denial</h1>
      <p>The mayor said <b>there
      was</b>&nbsp;no ship&hellip;<br>She left.</p><div>“Yes&#8221;<aside>Advert</aside></div></article><p>Related</p>`,
      'a.html',
    );
    expect(draft.title).toBe('The "harbour" denial');
    expect(draft.text).toBe('The mayor said there was\u{a0}no ship…\nShe left.\n\n“Yes”');
  });

  it('is known by its doctype when it was pasted', () => {
    expect(read('<!DOCTYPE html><p>No, she said.')).toMatchObject({ text: 'No, she said.' });
  });
});

describe('encodings', () => {
  it('reads UTF-16 by its byte order mark', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('“No,” she said.', 'utf16le')]);
    expect(readArticle({ bytes, fileName: null, overrides: {} }).text).toBe('“No,” she said.');
  });

  it('reads Windows-1252', () => {
    const bytes = Uint8Array.from([0x93, ...ascii('Caf'), 0xe9, 0x94, ...ascii(' she said.')]);
    expect(readArticle({ bytes, fileName: null, overrides: {} }).text).toBe('“Café” she said.');
  });
});

describe('what is no article', () => {
  it.each([
    ['nothing', ascii('')],
    ['white space', ascii(' \r\n\t\u{feff}\u{200b} ')],
    ['front matter alone', ascii('---\ntitle: T\n---\n')],
    ['a date alone', ascii('date 2031-03-04\n')],
  ])('refuses %s in one sentence', (_what, bytes) => {
    expect(problemOf(bytes)).toBe('The text holds no text: give the words of an article.');
  });

  it.each([
    ['NUL bytes', Uint8Array.from([65, 0, 66])],
    ['a PDF', ascii('%PDF-1.4 1 0 obj')],
    ['random bytes', Uint8Array.from({ length: 999 }, (_, at) => ((at * 7919) % 255) + 1)],
  ])('refuses %s in one sentence', (_what, bytes) => {
    expect(problemOf(bytes, 'a.txt')).toBe(
      'The file a.txt is not text: give a .txt, .md or .html file in UTF-8.',
    );
  });

  it('refuses what is larger than 10 MB and takes what is not', () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1).fill(65);
    expect(problemOf(large)).toMatch(/10\.0 MB, more than the 10 MB/u);
    expect(problemOf(large.subarray(1))).toBe('no problem');
  });
});

describe('an article that came by HTTP', () => {
  it('is read as its Content-Type tells', () => {
    const bytes = Uint8Array.from([...ascii('<p>No, she said. <p>'), 0xcd, 0xe5, 0xf2, 0x2e]);
    const draft = readArticle({
      bytes,
      fileName: null,
      contentType: 'text/html; charset="windows-1251"',
      overrides: {},
    });
    expect(draft.text).toBe('No, she said.\n\nНет.');
  });
});
