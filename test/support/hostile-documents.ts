import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { zipStored } from '../../src/article/documents/zip-stored.ts';
import { makeZipBomb } from './make-docx.ts';

const MB = 1024 * 1024;

/** A zlib stream of about 1 KB a MB that unpacks to so many MB of spaces. */
function makeZlibBomb(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MB, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes }, () => block);
  return Buffer.concat([Buffer.of(0x78, 0x9c), ...blocks, Buffer.of(3, 0)]);
}

/** A PDF of these objects; readers find them without a table of where they are. */
function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = objects.flatMap((object, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ]);
  const end = Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF`);
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, end]));
}

const streamOf = (data: Buffer, filter: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter ${filter} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>';
const onePage = (content: Buffer): Uint8Array =>
  pdfOf([CATALOG, '<< /Type /Pages /Kids [4 0 R] /Count 1 >>', FONT, PAGE, content]);
const inText = (words: string): string => `BT /F1 12 Tf 1 0 0 1 72 700 Tm (${words}) Tj ET\n`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file around a `document.xml` of any kind. */
function docxOf(body: string, before = ''): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const open = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${open}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${open}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${before}<w:document ${W}><w:body>${body}</w:body></w:document>`,
  };
  return zipStored(
    new Map(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])),
  );
}

const entities = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY e${level} "${`&${level === 0 ? 'amp' : `e${level - 1}`};`.repeat(10)}">`,
);
const cell = '<w:tbl><w:tr><w:tc>';
const cellEnd = '</w:tc></w:tr></w:tbl>';

function mailOf(head: string, body: string): Uint8Array {
  return new TextEncoder().encode(`Message-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body}`);
}

/** Documents that would take gigabytes or minutes to read, each of less than 10 MB. */
export const HOSTILE_DOCUMENTS: readonly (readonly [
  what: string,
  fileName: string,
  bytes: () => Uint8Array,
])[] = [
  ['a page that unpacks to 1 GB', 'a.pdf', () => onePage(streamOf(makeZlibBomb(1024), '/FlateDecode'))],
  [
    'a page packed twice, 3 KB for 1 GB',
    'a.pdf',
    () => onePage(streamOf(deflateSync(makeZlibBomb(1024)), '[/FlateDecode /FlateDecode]')),
  ],
  [
    'three million pieces of text',
    'a.pdf',
    () => onePage(streamOf(deflateSync(Buffer.from(inText('x').repeat(3_000_000))), '/FlateDecode')),
  ],
  [
    'a line of 100 million letters',
    'a.pdf',
    () => onePage(streamOf(deflateSync(Buffer.from(inText('word '.repeat(20_000_000)))), '/FlateDecode')),
  ],
  [
    'a million pages',
    'a.pdf',
    () =>
      pdfOf([
        CATALOG,
        `<< /Type /Pages /Kids [${'4 0 R '.repeat(1_000_000)}] /Count 1000000 >>`,
        FONT,
        PAGE,
        streamOf(Buffer.from(inText('x')), '[]'),
      ]),
  ],
  [
    'pages that hold themselves',
    'a.pdf',
    () => pdfOf([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 5 >>']),
  ],
  ['five million arrays in one another', 'a.pdf', () => pdfOf(['['.repeat(5_000_000)])],
  ['a part that unpacks to 1 GB', 'a.docx', () => makeZipBomb('word/document.xml', 1024, 1000)],
  [
    'entities of ten billion letters',
    'a.docx',
    () => docxOf('<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>', `<!DOCTYPE w [${entities.join('')}]>`),
  ],
  ['20,000 tables in one another', 'a.docx', () => docxOf(cell.repeat(20_000) + cellEnd.repeat(20_000))],
  ['250,000 paragraphs', 'a.docx', () => docxOf('<w:p><w:r><w:t>x y z</w:t></w:r></w:p>'.repeat(250_000))],
  [
    '5,000 parts in one another',
    'a.eml',
    () =>
      mailOf(
        'Content-Type: multipart/mixed; boundary=b0',
        Array.from(
          { length: 5000 },
          (_, part) => `--b${part}\r\nContent-Type: multipart/mixed; boundary=b${part + 1}\r\n\r\n`,
        ).join(''),
      ),
  ],
  ['a million fields', 'a.eml', () => mailOf('X-A: b\r\n'.repeat(1_000_000), 'No.')],
  ['five million brackets for a sender', 'a.eml', () => mailOf(`From: ${'('.repeat(5_000_000)}`, 'No.')],
  ['two million open elements', 'a.eml', () => mailOf('Content-Type: text/html', '<div>'.repeat(1_900_000))],
];
