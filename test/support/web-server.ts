import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import type { Resolve } from '../../src/fetch/guarded-lookup.ts';
import type { FetchLimits } from '../../src/fetch/settings.ts';
import { selfSigned } from './certificate.ts';

/** Answers one request. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on loopback, on a free port. */
export interface Website {
  readonly port: number;
  /** The address of a path, under the name that the tests resolve to loopback. */
  url(path: string): string;
  close(): Promise<void>;
}

async function listen(server: Server): Promise<Website> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    url: (path) => `http://site.test:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers that there is no such page. */
export const giveNothing: Route = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here.</p>');
};

/** A site that answers every request by `route`. */
export function startSite(route: Route): Promise<Website> {
  return listen(createHttpServer(route));
}

/** The same over TLS, with a certificate that nobody vouches for. */
export function startUntrustedSite(route: Route): Promise<Website> {
  return listen(createHttpsServer(selfSigned('site.test'), route));
}

/** A site whose paths are answered by `routes`; any other with 404. */
export function startWebsite(routes: Readonly<Record<string, Route>>): Promise<Website> {
  return startSite((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://site.test');
    const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
    (route ?? giveNothing)(request, response);
  });
}

/** A site that speaks no HTTP but what `answer` writes, told the head of the request. */
export function startRawSite(answer: (socket: Socket, head: string) => void): Promise<Website> {
  return listen(
    createServer((socket) => {
      socket.once('data', (head) => answer(socket, head.toString('latin1')));
    }),
  );
}

/** Answers 200 with a body. */
export function give(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Route {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  };
}

/** Answers with a redirect. */
export function sendTo(location: string, status = 302): Route {
  return (_request, response) => {
    response.writeHead(status, { location });
    response.end();
  };
}

/** Hosts of which something is known, which lie on loopback here. */
const KNOWN_HOSTS = ['t.co', 'news.google.com', 'consent.google.com'];

/** Names under .test, and some that are known, lie on loopback; every other one does not exist. */
const resolveTest: Resolve = async (host) => {
  if (host.endsWith('.test') || KNOWN_HOSTS.includes(host)) return [{ address: '127.0.0.1', family: 4 }];
  throw Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
};

/** A fetcher that may reach the given sites, and no other private host; it does not pause. */
export function openFetcher(
  sites: readonly Website[],
  options: {
    readonly limits?: Partial<FetchLimits>;
    readonly resolve?: Resolve;
    readonly now?: () => Date;
  } = {},
): Fetcher {
  const privateHosts = sites.flatMap(({ port }) =>
    ['site.test', 'other.test', ...KNOWN_HOSTS].map((name) => `${name}:${port}`),
  );
  return createFetcher({
    settings: { ports: [80, 443], privateHosts, contact: null },
    now: options.now ?? (() => new Date()),
    resolve: options.resolve ?? resolveTest,
    limits: { pause: 0, ...options.limits },
  });
}
