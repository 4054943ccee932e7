import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { give, sendTo, type Route } from '../web-server.ts';
import { read, refused, type HostileCase } from './case.ts';

const WORDS = '“No ship has left,” said Mirela Dastan.';
const PAGE = `<!doctype html><title>Harbour</title><article><p>${`${WORDS} `.repeat(30)}</p></article>`;

const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 'No. ');

const brotli = (body: Uint8Array | string): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

/** Makes a body only when it is asked for: the process that reads the cases must not hold them. */
const lazily =
  (make: () => Route): Route =>
  (request, response) =>
    make()(request, response);

const packed = (make: () => Uint8Array, encoding: string): Route =>
  lazily(() => give(make(), { 'content-encoding': encoding }));

/** Writes `text` over and over until the other side has gone. */
function writeWithoutEnd(socket: Socket, text: string | Uint8Array): void {
  while (!socket.destroyed && socket.write(text));
  if (!socket.destroyed) socket.once('drain', () => writeWithoutEnd(socket, text));
}

/** Writes a letter every tenth of a second. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    socket.write(text[at % text.length] ?? '');
    at += 1;
  }, 100);
  socket.once('close', () => clearInterval(timer));
}

const say =
  (text: string): ((socket: Socket) => void) =>
  (socket) =>
    socket.end(text);

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

const PACKED: readonly HostileCase[] = [
  { name: 'gzip', route: packed(() => gzipSync(PAGE), 'gzip'), expected: read(WORDS) },
  { name: 'gzip under its old name', route: packed(() => gzipSync(PAGE), 'x-gzip'), expected: read(WORDS) },
  { name: 'br', route: packed(() => brotli(PAGE), 'br'), expected: read(WORDS) },
  { name: 'deflate', route: packed(() => deflateSync(PAGE), 'deflate'), expected: read(WORDS) },
  {
    name: 'deflate without its header',
    route: packed(() => deflateRawSync(PAGE), 'deflate'),
    expected: read(WORDS),
  },
  { name: 'identity', route: packed(() => Buffer.from(PAGE), 'identity'), expected: read(WORDS) },
  {
    name: '20 MB in gzip',
    route: packed(() => gzipSync(megabytes(20)), 'gzip'),
    expected: refused('more than 10 MB'),
  },
  {
    name: '20 MB in br',
    route: packed(() => brotli(megabytes(20)), 'br'),
    expected: refused('more than 10 MB'),
  },
  {
    name: '20 MB in deflate',
    route: packed(() => deflateSync(megabytes(20)), 'deflate'),
    expected: refused('more than 10 MB'),
  },
  {
    name: 'gzip in gzip, told',
    route: packed(() => gzipSync(gzipSync(PAGE)), 'gzip, gzip'),
    expected: refused('packed in a way'),
  },
  {
    name: 'gzip in gzip, not told',
    route: packed(() => gzipSync(gzipSync(megabytes(20))), 'gzip'),
    expected: refused('is not text'),
  },
  {
    name: 'gzip that is none',
    route: packed(() => Buffer.from(PAGE), 'gzip'),
    expected: refused('packed in a way'),
  },
  {
    name: 'gzip that was cut off',
    route: packed(() => gzipSync(PAGE).subarray(0, 60), 'gzip'),
    expected: refused('packed in a way'),
  },
  {
    name: 'an unknown packing',
    route: packed(() => Buffer.from(PAGE), 'zstd'),
    expected: refused('packed in a way'),
  },
  {
    name: 'a packing named like an object’s own',
    route: packed(() => Buffer.from(PAGE), 'constructor'),
    expected: refused('packed in a way'),
  },
  { name: '6 MB', route: lazily(() => give(megabytes(6))), expected: refused('more than 5 MB') },
];

const BROKEN: readonly HostileCase[] = [
  { name: 'silence', raw: () => {}, endless: true, expected: refused('takes too long') },
  {
    name: 'headers letter by letter',
    raw: (socket) => drip(socket, `${HEAD}x: y\r\n`),
    endless: true,
    expected: refused('takes too long'),
  },
  {
    name: 'a body letter by letter',
    raw(socket) {
      socket.write(`${HEAD}content-length: 1000000\r\n\r\n`);
      drip(socket, '<p>No.</p>');
    },
    endless: true,
    expected: refused('takes too long'),
  },
  {
    name: 'a body without an end',
    raw(socket) {
      socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
      writeWithoutEnd(socket, chunk('No. '.repeat(10_000)));
    },
    expected: refused('more than 5 MB'),
  },
  {
    name: 'headers without an end',
    raw(socket) {
      socket.write(HEAD);
      writeWithoutEnd(socket, 'x-more: and more\r\n');
    },
    expected: refused('broke off'),
  },
  {
    name: 'a header without an end',
    raw(socket) {
      socket.write(`${HEAD}x-long: `);
      writeWithoutEnd(socket, 'a'.repeat(1000));
    },
    expected: refused('broke off'),
  },
  {
    name: 'interim answers without an end',
    raw: (socket) => writeWithoutEnd(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n'),
    expected: refused('broke off'),
  },
  {
    name: 'one interim answer',
    raw: say(
      `HTTP/1.1 103 Early Hints\r\n\r\n${HEAD}content-length: ${Buffer.byteLength(PAGE)}\r\n\r\n${PAGE}`,
    ),
    expected: read(WORDS),
  },
  {
    name: 'a length that is too long',
    raw: say(`${HEAD}content-length: 1000000\r\n\r\n${PAGE}`),
    expected: refused('broke off'),
  },
  {
    name: 'a length that is too short',
    raw: say(`${HEAD}content-length: 200\r\n\r\n${PAGE}`),
    expected: { readOrRefused: true },
  },
  {
    name: 'two lengths',
    raw: say(`${HEAD}content-length: 5\r\ncontent-length: 7\r\n\r\n<p>No.`),
    expected: refused('broke off'),
  },
  {
    name: 'a length below nothing',
    raw: say(`${HEAD}content-length: -5\r\n\r\n${PAGE}`),
    expected: refused('broke off'),
  },
  {
    name: 'a length and chunks',
    raw: say(`${HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${chunk(PAGE)}0\r\n\r\n`),
    expected: { readOrRefused: true },
  },
  {
    name: 'a length of a terabyte',
    raw: say(`${HEAD}content-length: 1099511627776\r\n\r\n${PAGE}`),
    expected: refused('broke off'),
  },
  {
    name: 'chunks cut off',
    raw: say(`${HEAD}transfer-encoding: chunked\r\n\r\n${chunk(PAGE)}`),
    expected: refused('broke off'),
  },
  {
    name: 'chunks of no size',
    raw: say(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n${PAGE}`),
    expected: refused('broke off'),
  },
  { name: 'no length, ended by the end', raw: say(`${HEAD}\r\n${PAGE}`), expected: read(WORDS) },
  { name: 'an end before the answer', raw: (socket) => socket.end(), expected: refused('broke off') },
  {
    name: 'a reset before the answer',
    raw: (socket) => socket.resetAndDestroy(),
    expected: refused('broke off'),
  },
  {
    name: 'a reset within the answer',
    raw(socket) {
      socket.write(`${HEAD}content-length: 1000000\r\n\r\n${PAGE}`, () => socket.resetAndDestroy());
    },
    expected: refused('broke off'),
  },
  { name: 'another protocol', raw: say('SSH-2.0-OpenSSH_9.9\r\n'), expected: refused('broke off') },
  { name: 'HTTP without headers', raw: say(PAGE), expected: refused('broke off') },
  {
    name: 'noise',
    raw: (socket) => socket.end(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))),
    expected: refused('broke off'),
  },
  {
    name: 'an upgrade nobody asked for',
    raw: say('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    expected: refused('broke off'),
  },
  {
    name: 'headers that smuggle a second answer',
    raw: say(`${HEAD}content-length: 5\r\n\r\n<p>NoHTTP/1.1 200 OK\r\n\r\nsecret`),
    expected: { readOrRefused: true },
  },
];

/** A path that leads to the next one, `left` times; the last one is `end`. */
const staircase: Route = (request, response) => {
  const left = Number(new URL(request.url ?? '', 'http://x.test').searchParams.get('left') ?? '100');
  if (left === 0) return give(PAGE)(request, response);
  return sendTo(`?left=${left - 1}`)(request, response);
};

const ROUNDABOUT: readonly HostileCase[] = [
  { name: '100 redirects', route: staircase, expected: refused('on and on') },
  {
    name: 'a redirect to itself',
    route: (request, response) => sendTo(request.url ?? '')(request, response),
    expected: refused('on and on'),
  },
  {
    name: 'two redirects to one another',
    route: (request, response) => sendTo(request.url?.includes('?') === true ? '?' : '?a')(request, response),
    expected: refused('on and on'),
  },
  {
    name: 'a page that opens itself anew under ever new addresses',
    route: (request, response) =>
      give(
        `<meta http-equiv="refresh" content="0; url=?${(request.url?.length ?? 0) + 1}${'x'.repeat((request.url?.length ?? 0) % 50)}">`,
      )(request, response),
    expected: refused('on and on'),
  },
  {
    name: 'a redirect to itself with ever new cookies',
    route: (request, response) => {
      const next = (request.headers.cookie?.length ?? 0) + 1;
      response
        .writeHead(302, {
          location: '',
          'set-cookie': Array.from({ length: 100 }, (_, at) => `n${at}=${next}`),
        })
        .end();
    },
    expected: refused('on and on'),
  },
  {
    name: 'a redirect without a place',
    route: (_request, response) => void response.writeHead(302).end(),
    expected: refused('gives no page at this address (302)'),
  },
  {
    name: 'a redirect with a body that drips',
    raw(socket) {
      socket.write('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 100000\r\n\r\n');
      drip(socket, 'x');
    },
    expected: refused("can't be reached"),
  },
  {
    name: 'a redirect to an address in UTF-8',
    raw(socket) {
      socket.end(
        'HTTP/1.1 302 Found\r\nlocation: http://no-such-name.example/Übersee\r\ncontent-length: 0\r\n\r\n',
      );
    },
    expected: refused("no-such-name.example can't be reached"),
  },
];

const ROBOTS: readonly HostileCase[] = [
  {
    name: 'robots.txt that says no',
    robots: give('user-agent: *\ndisallow: /'),
    route: give(PAGE),
    expected: refused('robots.txt'),
  },
  {
    name: 'robots.txt that says no to us',
    robots: give('User-Agent: ONRECORD/9\nDisallow: /'),
    route: give(PAGE),
    expected: refused('robots.txt'),
  },
  {
    name: 'robots.txt that says no to others',
    robots: give('user-agent: other\ndisallow: /'),
    route: give(PAGE),
    expected: read(WORDS),
  },
  {
    name: 'a robots.txt with a fault of the server',
    robots: (_request, response) => void response.writeHead(500).end(),
    route: give(PAGE),
    expected: refused('robots.txt'),
  },
  {
    name: 'a robots.txt of 6 MB',
    robots: lazily(() => give(megabytes(6))),
    route: give(PAGE),
    expected: refused('robots.txt'),
  },
  {
    name: 'a robots.txt that packs 20 MB',
    robots: packed(() => gzipSync(megabytes(20)), 'gzip'),
    route: give(PAGE),
    expected: refused('robots.txt'),
  },
  { name: 'a robots.txt that is a page', robots: give(PAGE), route: give(PAGE), expected: read(WORDS) },
  { name: 'a robots.txt that leads on and on', robots: staircase, route: give(PAGE), expected: read(WORDS) },
  {
    name: 'a robots.txt of thousands of robots and thousands of rules',
    robots: lazily(() =>
      give(
        `${'user-agent: a\nuser-agent: b\nuser-agent: *\n'.repeat(5000)}${'disallow: /*a*b*c*d\n'.repeat(15_000)}`,
      ),
    ),
    route: give(PAGE),
    expected: read(WORDS),
  },
];

/** Answers that are packed, broken, endless, in circles or forbidden. */
export const TRANSPORT_CASES: readonly HostileCase[] = [...PACKED, ...BROKEN, ...ROUNDABOUT, ...ROBOTS];
