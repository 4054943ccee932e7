import { give, type Route } from '../web-server.ts';
import { read, readOrRefused, refused, type HostileCase } from './case.ts';

const WORDS = '“No ship has left,” said Mirela Dastan.';
const TEXT = `${WORDS} `.repeat(30);
const PAGE = `<!doctype html><title>Harbour</title><article><p>${TEXT}</p></article>`;

/** A page in an encoding that TextDecoder can read, made by looking each letter up. */
function encodeWith(label: string, text: string): Uint8Array {
  const known = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label);
  const note = (bytes: readonly number[]): void => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if (/^[^\u{fffd}]$/u.test(letter) && !known.has(letter)) known.set(letter, bytes);
  };
  for (let first = 0; first < 256; first += 1) note([first]);
  for (let first = 0x81; first < 256; first += 1) {
    for (let second = 0x40; second < 256; second += 1) note([first, second]);
  }
  return Uint8Array.from(Array.from(text).flatMap((letter) => known.get(letter) ?? []));
}

const RUSSIAN = 'Корабль не выходил из порта, сказала Мирела Дастан в понедельник. ';
const JAPANESE = '船は出ていないと報道官のミレラ・ダスタンは月曜日に述べた。';

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>x</title></head><body><article><p>${text.repeat(20)}</p></article></body></html>`;

const lazily =
  (make: () => Route): Route =>
  (request, response) =>
    make()(request, response);

const encoded = (label: string, html: string, type = 'text/html'): Route =>
  lazily(() => give(encodeWith(label, html), { 'content-type': type }));

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const wide = (bigEndian: boolean): Route =>
  lazily(() => give(utf16(PAGE, bigEndian), { 'content-type': 'text/html' }));

const ENCODED: readonly HostileCase[] = [
  {
    name: 'windows-1251, told by the server',
    route: encoded('windows-1251', page(RUSSIAN), 'text/html; charset=windows-1251'),
    expected: read(RUSSIAN.trim()),
  },
  {
    name: 'windows-1251, told by the page',
    route: encoded('windows-1251', page(RUSSIAN, '<meta charset="windows-1251">')),
    expected: read(RUSSIAN.trim()),
  },
  {
    name: 'windows-1251, told by nobody',
    route: encoded('windows-1251', page(RUSSIAN)),
    expected: read(RUSSIAN.trim()),
  },
  {
    name: 'Shift_JIS, told by the server',
    route: encoded('shift_jis', page(JAPANESE), 'text/html; charset=Shift_JIS'),
    expected: read(JAPANESE),
  },
  {
    name: 'Shift_JIS, told by the page',
    route: encoded(
      'shift_jis',
      page(JAPANESE, '<meta http-equiv="content-type" content="text/html; charset=Shift_JIS">'),
    ),
    expected: read(JAPANESE),
  },
  {
    name: 'Shift_JIS, told by nobody',
    route: encoded('shift_jis', page(JAPANESE)),
    expected: read(JAPANESE),
  },
  {
    name: 'EUC-JP, told by the page',
    route: encoded('euc-jp', page(JAPANESE, '<meta charset="euc-jp">')),
    expected: read(JAPANESE),
  },
  { name: 'UTF-16 without a byte order mark', route: wide(false), expected: read(WORDS) },
  {
    name: 'UTF-16, the other way round, without a byte order mark',
    route: wide(true),
    expected: read(WORDS),
  },
  {
    name: 'UTF-8 that its server calls Latin-1',
    route: give(PAGE, { 'content-type': 'text/html; charset=iso-8859-1' }),
    expected: read(WORDS),
  },
  {
    name: 'a charset that nobody knows',
    route: give(PAGE, { 'content-type': 'text/html; charset=klingon' }),
    expected: read(WORDS),
  },
  { name: 'UTF-7', route: give(PAGE, { 'content-type': 'text/html; charset=utf-7' }), expected: read(WORDS) },
  {
    name: 'a content type of noise',
    route: give(PAGE, { 'content-type': `;;;charset="; =${'x'.repeat(5000)}` }),
    expected: read(WORDS),
  },
];

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(5000, 0xa7)]);

const typed = (body: string | Uint8Array, type: string): Route => give(body, { 'content-type': type });

const TYPED: readonly HostileCase[] = [
  {
    name: 'a picture that calls itself a page',
    route: typed(PNG, 'text/html'),
    expected: refused('is not text'),
  },
  {
    name: 'a page that calls itself a picture',
    route: typed(PAGE, 'image/png'),
    expected: refused('a picture'),
  },
  { name: 'a video', route: typed(PAGE, 'video/mp4'), expected: refused('a video') },
  { name: 'an archive', route: typed(PAGE, 'application/zip'), expected: refused('an archive') },
  { name: 'a script', route: typed('alert(1)', 'text/javascript'), expected: refused('data for programs') },
  {
    name: 'a page without a type',
    route: (_request, response) => void response.end(PAGE),
    expected: read(WORDS),
  },
  {
    name: 'a page as a stream of bytes',
    route: typed(PAGE, 'application/octet-stream'),
    expected: read(WORDS),
  },
  { name: 'a page that calls itself plain text', route: typed(PAGE, 'text/plain'), expected: read(WORDS) },
  { name: 'text that calls itself a page', route: typed(TEXT, 'text/html'), expected: read(WORDS) },
  {
    name: 'a PDF of noise',
    route: typed(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 0x9c)]), 'application/pdf'),
    expected: readOrRefused,
  },
  {
    name: 'a PDF that calls itself a page',
    route: typed('%PDF-1.7\nnothing', 'text/html'),
    expected: readOrRefused,
  },
  { name: 'a page that calls itself a PDF', route: typed(PAGE, 'application/pdf'), expected: readOrRefused },
  {
    name: 'a Word file of noise',
    route: typed(
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(20_000, 0x55)]),
      'application/octet-stream',
    ),
    expected: readOrRefused,
  },
  { name: 'nothing at all', route: give(''), expected: refused('empty page') },
  {
    name: 'nothing but a status',
    route: (_request, response) => void response.writeHead(204).end(),
    expected: refused('empty page'),
  },
  { name: 'a page of spaces', route: give(' \n'.repeat(10_000)), expected: readOrRefused },
  {
    name: 'a feed',
    route: typed('<?xml version="1.0"?><!-- x --><feed xmlns="x"/>', 'application/xml'),
    expected: refused('a feed'),
  },
];

const hostile = (name: string, make: () => string): HostileCase => ({
  name,
  route: lazily(() => give(make())),
  expected: readOrRefused,
});

const ENTITIES = `<!DOCTYPE html [<!ENTITY a "No. ">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;

const STRUCTURED: readonly HostileCase[] = [
  hostile('20,000 elements in one another', () => `<body>${'<div>'.repeat(20_000)}${TEXT}`),
  hostile('200,000 elements in one another', () => `<body>${'<div><b>'.repeat(100_000)}${TEXT}`),
  hostile('100,000 tables in one another', () => `<body>${'<table><tr><td>'.repeat(100_000)}${TEXT}`),
  hostile('100,000 forms and lists', () => `<body>${'<form><ul><li><a>'.repeat(100_000)}${TEXT}`),
  hostile('1,000,000 elements beside one another', () => `<body>${'<p>'.repeat(1_000_000)}${TEXT}`),
  hostile(
    'formatting that is opened again in every paragraph',
    () => `<body>${'<p><b><i><u><s>'.repeat(50_000)}${TEXT}`,
  ),
  hostile('entities that unfold', () => `${ENTITIES}<html><body><p>&j;</p></body></html>`),
  hostile(
    'an element with 100,000 attributes',
    () => `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=x`).join(' ')}>${TEXT}`,
  ),
  hostile('an attribute of 4 MB', () => `<p title="${'x'.repeat(4_000_000)}">${TEXT}</p>`),
  hostile('5 MB of <', () => '<'.repeat(5_000_000)),
  hostile('5 MB of &', () => `<p>${'&'.repeat(5_000_000)}`),
  hostile('a comment without an end', () => `<p>${TEXT}<!--${'-'.repeat(4_000_000)}`),
  hostile('a script without an end', () => `<p>${TEXT}<script>${'<!--<script>'.repeat(300_000)}`),
  hostile('tags without an end', () => `<p>${TEXT}${'<a href="'.repeat(300_000)}`),
  hostile('one line of 5 MB', () => `<p>${'No. '.repeat(1_200_000)}`),
  hostile('100,000 marks on one letter', () => `<p>e${'\u0301'.repeat(100_000)} ${TEXT}`),
  hostile(
    'structured data of brackets',
    () => `<script type="application/ld+json">${'['.repeat(2_000_000)}</script><p>${TEXT}`,
  ),
  hostile(
    'structured data that holds itself',
    () => `<script type="application/ld+json">${'{"a":'.repeat(500_000)}</script><p>${TEXT}`,
  ),
  hostile('bytes of zero', () => `<p>${TEXT}${'\0'.repeat(1000)}`),
];

/** Bodies that are not what they are called, are oddly encoded, or are built to bring a reader down. */
export const CONTENT_CASES: readonly HostileCase[] = [...ENCODED, ...TYPED, ...STRUCTURED];
