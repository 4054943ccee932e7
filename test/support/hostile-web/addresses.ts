import { sendTo, give } from '../web-server.ts';
import { refused, type HostileCase } from './case.ts';

const INSIDE = refused("can't be reached");

/** Every way to write an address that lies inside. */
const LITERALS = [
  'http://127.0.0.1:PORT/secret',
  'http://2130706433:PORT/secret',
  'http://017700000001:PORT/secret',
  'http://0177.0.0.1:PORT/secret',
  'http://0x7f.0.0.1:PORT/secret',
  'http://0x7f000001:PORT/secret',
  'http://0X7F.1:PORT/secret',
  'http://127.1:PORT/secret',
  'http://127.0.1:PORT/secret',
  'http://127.0.0.1.:PORT/secret',
  'http://127.255.255.254:PORT/secret',
  'http://0:PORT/secret',
  'http://0.0.0.0:PORT/secret',
  'http://１２７.０.０.１:PORT/secret',
  'http://①②⑦.⓪.⓪.①:PORT/secret',
  'http://127。0。0。1:PORT/secret',
  'http://%31%32%37.0.0.1:PORT/secret',
  'http:\\\\127.0.0.1:PORT\\secret',
  'http:/127.0.0.1:PORT/secret',
  'http://127.0.0\t.1:PORT/secret',
  'http://localhost:PORT/secret',
  'http://LOCALHOST.:PORT/secret',
  'http://anything.localhost:PORT/secret',
  'http://[::1]:PORT/secret',
  'http://[::]:PORT/secret',
  'http://[0:0:0:0:0:0:0:1]:PORT/secret',
  'http://[::ffff:127.0.0.1]:PORT/secret',
  'http://[::ffff:7f00:1]:PORT/secret',
  'http://[::127.0.0.1]:PORT/secret',
  'http://[::ffff:0:127.0.0.1]:PORT/secret',
  'http://[64:ff9b::127.0.0.1]:PORT/secret',
  'http://[64:ff9b:1::127.0.0.1]:PORT/secret',
  'http://[2002:7f00:1::]:PORT/secret',
  'http://[2001::7f00:1]:PORT/secret',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://168.63.129.16/machine',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
];

/** Names whose addresses lie inside, see resolver.ts. */
const NAMES = [
  'http://inside.example:PORT/secret',
  'http://inside-six.example:PORT/secret',
  'http://mapped.example:PORT/secret',
  'http://translated.example:PORT/secret',
  'http://metadata.example/latest/meta-data/',
  'http://azure.example/machine',
  'http://public-and-private.example:PORT/secret',
  'http://second-time-inside.example:PORT/secret',
  'http://second-time-inside.example:PORT/secret',
  'http://no-such-name.example:PORT/secret',
  'http://no-address.example:PORT/secret',
  'http://never-resolves.example:PORT/secret',
  'http://not-an-address.example:PORT/secret',
  'http://xn--a/',
  'http://xn--mnchen-3ya.example/',
  'http://мария.example/',
];

const UNREADABLE: readonly (readonly [address: string, words: string])[] = [
  ['http://me:secret@harbour.example/', 'name or password'],
  ['http://127.0.0.1@harbour.example/', 'name or password'],
  ['http://harbour.example:22/', 'Port 22'],
  ['http://harbour.example:6379/', 'Port 6379'],
  ['https://harbour.example:25/', 'Port 25'],
  ['ftp://harbour.example/story', 'Only http:// and https://'],
  ['file:///etc/passwd', 'Only http:// and https://'],
  ['gopher://127.0.0.1:6379/_FLUSHALL', 'Only http:// and https://'],
  ['javascript:alert(1)', 'Only http:// and https://'],
  ['data:text/html,<p>x', 'Only http:// and https://'],
  ['blob:http://harbour.example/x', 'Only http:// and https://'],
  ['ws://harbour.example/', 'Only http:// and https://'],
  ['http://', "can't be read"],
  ['http://256.1.1.1/', "can't be read"],
  ['http://1.2.3.4.5/', "can't be read"],
  ['http://[::1%25eth0]/', "can't be read"],
  ['http://har bour.example/', "can't be read"],
  [`http://harbour.example/${'a'.repeat(3000)}`, "can't be read"],
  ['harbour.example/story', "can't be read"],
  ['', "can't be read"],
];

/** Where a page may send its reader on to, and what the person is told. */
const REDIRECTS: readonly (readonly [location: string, words: string])[] = [
  ['http://127.0.0.1:PORT/secret', "can't be reached"],
  ['http://2130706433:PORT/secret', "can't be reached"],
  ['//127.0.0.1:PORT/secret', "can't be reached"],
  ['http://[::ffff:7f00:1]:PORT/secret', "can't be reached"],
  ['http://localhost:PORT/secret', "can't be reached"],
  ['http://inside.example:PORT/secret', "can't be reached"],
  ['http://169.254.169.254/latest/meta-data/', "can't be reached"],
  ['http://harbour.example:22/', 'never opened'],
  ['file:///etc/passwd', 'never opened'],
  ['gopher://127.0.0.1:6379/_FLUSHALL', 'never opened'],
  ['javascript:alert(1)', 'never opened'],
  ['data:text/html,<p>x', 'never opened'],
  ['http://me:secret@harbour.example/', 'never opened'],
  ['http://256.1.1.1/', 'never opened'],
  [`https://harbour.example/${'a'.repeat(10_000)}`, 'never opened'],
];

/** A port of the address that is not the site's own stays as it is. */
const withPort =
  (location: string, status: number): NonNullable<HostileCase['route']> =>
  (request, response) =>
    sendTo(location.replace('PORT', String(request.socket.localPort)), status)(request, response);

/** Addresses that lie inside or are none, by themselves and behind redirects. */
export const ADDRESS_CASES: readonly HostileCase[] = [
  ...LITERALS.map((address) => ({ name: address, address, expected: INSIDE })),
  ...NAMES.map((address) => ({ name: address, address, expected: INSIDE })),
  ...UNREADABLE.map(([address, words]) => ({
    name: JSON.stringify(address.slice(0, 60)),
    address,
    expected: refused(words),
  })),
  ...REDIRECTS.map(([location, words], at) => ({
    name: `a redirect to ${location.slice(0, 60)}`,
    route: withPort(location, [301, 302, 303, 307, 308][at % 5] ?? 302),
    expected: refused(words),
  })),
  {
    name: 'a page that sends its reader inside by itself',
    route: (request, response) =>
      give(`<meta http-equiv="refresh" content="0; url=http://127.1:${request.socket.localPort}/secret">`)(
        request,
        response,
      ),
    expected: INSIDE,
  },
  {
    name: 'a script that sends its reader inside',
    route: (request, response) =>
      give(`<script>location.replace("http://[::1]:${request.socket.localPort}/secret")</script>`)(
        request,
        response,
      ),
    expected: INSIDE,
  },
  {
    name: 'a link wrapper around an address inside',
    address: 'https://www.google.com/url?q=http%3A%2F%2F127.0.0.1%3APORT%2Fsecret',
    expected: INSIDE,
  },
  {
    name: 'a robots.txt that leads inside',
    robots: withPort('http://127.0.0.1:PORT/secret', 302),
    route: give('<p>x'),
    expected: INSIDE,
  },
];
