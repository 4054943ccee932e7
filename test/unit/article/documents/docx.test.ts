import { describe, expect, it } from 'vitest';
import { zipStored } from '../../../../src/article/documents/zip-stored.ts';
import { readAnyArticle } from '../../../../src/article/documents/read-any-article.ts';
import { makeDocx, makeZipBomb } from '../../../support/make-docx.ts';

const read = async (bytes: Uint8Array, fileName: string | null = 'pier.docx') =>
  readAnyArticle({ bytes, fileName, overrides: {} });

const PARAGRAPHS = ['“Nobody was hurt,” said Ana Roe.', 'Ferries &amp; boats go from the new pier.'];

describe('a Word document', () => {
  it('gives its paragraphs, its title and the day it was made', async () => {
    const paragraphs = ['Title|Old pier closed', ...PARAGRAPHS];
    expect(await read(makeDocx({ paragraphs, created: '2031-03-04T08:00:00Z' }))).toMatchObject({
      title: 'Old pier closed',
      text: '“Nobody was hurt,” said Ana Roe.\n\nFerries & boats go from the new pier.',
      publishedAt: '2031-03-04',
    });
  });

  it.each([
    ['Old pier &amp; ferry', 'Old pier & ferry'],
    ['Document1', null],
    ['', null],
  ])('without a heading and with the property "%s" has the title %s', async (stated, title) => {
    expect(await read(makeDocx({ paragraphs: PARAGRAPHS, title: stated }), null)).toMatchObject({ title });
  });

  it.each([
    [
      'that unpacks to 1 GB',
      makeZipBomb('word/document.xml', 1024, 1000),
      'unpacks to more than 32 MB: save its words as text.',
    ],
    [
      'that holds no Word document',
      zipStored(new Map([['a.txt', new Uint8Array(3)]])),
      'is no Word document: save it as .docx, or its words as text.',
    ],
    [
      'of garbage',
      new TextEncoder().encode('PK\u0003\u0004 and nothing more'),
      'is damaged: open it and save it again.',
    ],
    [
      'that is cut off',
      makeDocx({ paragraphs: PARAGRAPHS }).slice(0, 900),
      'is damaged: open it and save it again.',
    ],
    [
      'whose parts are no XML',
      zipStored(new Map([['word/document.xml', new Uint8Array(30)]])),
      'is damaged: open it in Word and save it again.',
    ],
    ['without words', makeDocx({ paragraphs: [''] }), 'holds no text: give the words of an article.'],
    [
      'with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'is an old Office file or has a password: save it as .docx without one.',
    ],
    ['that is RTF', new TextEncoder().encode('{\\rtf1 Hello}'), 'is RTF: save it as .docx or as text.'],
  ])('%s is refused in one sentence', async (_what, bytes, problem) => {
    await expect(read(bytes)).rejects.toThrow(`The file pier.docx ${problem}`);
  });
});
