import { constants, deflateRawSync } from 'node:zlib';
import { zipStored } from '../../src/article/documents/zip-stored.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface MadeDocx {
  /** Each is a paragraph; the style's name goes before a `|`: `Heading1|The pier`. */
  readonly paragraphs: readonly string[];
  readonly title?: string;
  readonly created?: string;
}

/** A Word document, after ECMA-376. */
export function makeDocx({ paragraphs, title = '', created = '' }: MadeDocx): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dcterms:created>${created}</dcterms:created></cp:coreProperties>`,
  };
  const bytes = Object.entries(parts).map(
    ([name, xml]) =>
      [name, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)] as const,
  );
  return zipStored(new Map(bytes));
}

function paragraph(written: string): string {
  const [first = '', second] = written.split('|');
  const style = second === undefined ? '' : `<w:pPr><w:pStyle w:val="${first}"/></w:pPr>`;
  return `<w:p>${style}<w:r><w:t xml:space="preserve">${second ?? first}</w:t></w:r></w:p>`;
}

/** A small archive whose only part unpacks to `megabytes` MB; the archive tells `told` bytes. */
export function makeZipBomb(name: string, megabytes: number, told: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => block), Buffer.of(3, 0)]);
  const zip = zipStored(new Map([[name, new Uint8Array(packed)]]));
  const view = new DataView(zip.buffer);
  const entry = Buffer.from(zip).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  for (const [at, lengthAt] of [
    [8, 22],
    [entry + 10, entry + 24],
  ] as const) {
    view.setUint16(at, 8, true);
    view.setUint32(lengthAt, told, true);
  }
  return zip;
}
