import { describe, expect, it } from 'vitest';
import { readAnyArticle } from '../../../../src/article/documents/read-any-article.ts';
import { column, makePdf, type MadePdf } from '../../../support/make-pdf.ts';

const read = async (bytes: Uint8Array) => readAnyArticle({ bytes, fileName: 'pier.pdf', overrides: {} });
const readMade = async (made: MadePdf) => read(makePdf(made));

const PIER = [
  'The harbour board of Linholm closed the old pier on Monday after the storm',
  'broke two of its posts. “Nobody was hurt,” said Ana Roe, the spokes-',
  'woman of the board, who gave no day for its long-',
  'awaited repair. The long-awaited plan is with the council.',
];
const FERRY = ['Ferries go from the new pier until then, the company that runs them said in', 'a statement.'];

describe('a PDF', () => {
  it('has its lines joined to paragraphs, and hyphens at their ends undone', async () => {
    const lines = [...column(PIER), ...column(FERRY, { top: 760 - PIER.length * 14 - 10 })];
    const { text } = await readMade({ pages: [lines] });
    expect(text).toBe(
      'The harbour board of Linholm closed the old pier on Monday after the storm broke two of its posts. ' +
        '“Nobody was hurt,” said Ana Roe, the spokeswoman of the board, who gave no day for its long-awaited ' +
        'repair. The long-awaited plan is with the council.\n\n' +
        'Ferries go from the new pier until then, the company that runs them said in a statement.',
    );
  });

  it('tells paragraphs by their first line where there is no gap', async () => {
    const lines = [...column(PIER), ...column(FERRY, { top: 760 - PIER.length * 14 })];
    const [, , , , first, ...rest] = lines;
    if (first === undefined) throw new Error('There is no fifth line.');
    const { text } = await readMade({ pages: [[...lines.slice(0, 4), { ...first, x: 90 }, ...rest]] });
    expect(text.split('\n\n')).toEqual([
      expect.stringMatching(/^The harbour/u),
      expect.stringMatching(/^Ferries/u),
    ]);
  });

  it('has paragraphs that go on over columns and pages', async () => {
    const { text } = await readMade({
      pages: [
        [...column(PIER.slice(0, 2)), ...column(PIER.slice(2), { x: 320 })],
        [...column(FERRY.slice(0, 1))],
        [...column(FERRY.slice(1))],
      ],
    });
    expect(text.split('\n\n')).toHaveLength(2);
    expect(text).toContain('the spokeswoman of the board');
    expect(text).toContain('said in a statement.');
  });

  it('leaves out running titles and page numbers', async () => {
    const page = (body: readonly string[], number: number) => [
      ...column(['Harbour Board of Linholm'], { top: 800, size: 9 }),
      ...column(body),
      ...column([`Page ${number} of 3`], { top: 40, size: 9 }),
    ];
    const { text } = await readMade({
      pages: [page(PIER.slice(0, 2), 1), page(PIER.slice(2), 2), page(FERRY, 3)],
    });
    expect(text).not.toMatch(/Harbour Board of|Page/u);
    expect(text.split('\n\n')).toHaveLength(2);
  });

  it('gives the heading on its first page as the title', async () => {
    const lines = [
      ...column(['Old pier closed', 'after the storm'], { top: 800, size: 20, step: 24 }),
      ...column(PIER, { top: 730 }),
    ];
    const info = { Title: 'Microsoft Word - release_final2.docx' };
    const { title, text } = await readMade({ pages: [lines], info });
    expect(title).toBe('Old pier closed after the storm');
    expect(text).toMatch(/^The harbour board/u);
  });

  it.each([
    ['the title of its metadata', 'Old pier closed after the storm', 'Old pier closed after the storm'],
    ['no title of one word', 'release_final2', null],
    ['no title that a program gave it', 'Microsoft Word - Document1', null],
  ])('without a heading has %s', async (_what, Title, title) => {
    expect(await readMade({ pages: [column(PIER)], info: { Title } })).toMatchObject({ title });
  });

  it.each([
    ["D:20310304101500+01'00'", '', '2031-03-04'],
    ["D:20310304101500+01'00'", 'Linholm, 3 March 2031. ', '2031-03-03'],
    ["D:20310304101500+01'00'", 'Linholm, 14 September 2019. ', null],
    ['D:20311399', '', null],
    ['D:20310230', '', null],
    ['', 'Linholm, 3 March 2031. ', null],
  ])('made %s and opening with "%s" was published %s', async (CreationDate, start, published) => {
    const [first = '', ...rest] = PIER;
    const made = { pages: [column([start + first, ...rest])], info: { CreationDate } };
    expect(await readMade(made)).toMatchObject({ publishedAt: published });
  });

  it('printed from a browser was not published on the day of printing', async () => {
    const info = { CreationDate: 'D:20310304', Producer: 'Skia/PDF m120' };
    expect(await readMade({ pages: [column(PIER)], info })).toMatchObject({ publishedAt: null });
  });

  it('is known by its first bytes', async () => {
    const bytes = makePdf({ pages: [column(PIER)] });
    const draft = await readAnyArticle({
      bytes,
      fileName: null,
      overrides: { title: 'Pier', published: '2031-03-05' },
    });
    expect(draft).toMatchObject({ title: 'Pier', publishedAt: '2031-03-05' });
  });

  it.each([
    [
      'with a password',
      makePdf({ pages: [column(PIER)], isLocked: true }),
      'is protected by a password: save a copy without one.',
    ],
    [
      'of garbage',
      new TextEncoder().encode(`%PDF-1.7\n${'garbage '.repeat(100)}`),
      'is damaged or no PDF: open it in a reader and save it again.',
    ],
    [
      'that is something else',
      new TextEncoder().encode('hello'),
      'is damaged or no PDF: open it in a reader and save it again.',
    ],
    [
      'without text',
      makePdf({ pages: [[], []] }),
      'is a PDF without text, such as a scan: run text recognition over it first.',
    ],
  ])('%s is refused in one sentence', async (_what, bytes, problem) => {
    await expect(read(bytes)).rejects.toThrow(`The file pier.pdf ${problem}`);
  });
});
