import { give, giveNothing, startRawSite, startSite, type Website } from '../web-server.ts';
import type { HostileCase } from './case.ts';

/** The hostile web on loopback. */
export interface HostileWeb {
  readonly http: Website;
  readonly raw: Website;
  /** The paths that nobody may ever have asked for, with the host they were asked for at. */
  readonly entered: readonly string[];
}

const indexIn = (host: string): number =>
  Number(/case-(?<index>\d+)\.test/u.exec(host)?.groups?.['index'] ?? '-1');

/** Serves the cases: which one is meant is told by the host. */
export async function serveHostileWeb(cases: readonly HostileCase[]): Promise<HostileWeb> {
  const entered: string[] = [];
  const http = await startSite((request, response) => {
    const { host = '' } = request.headers;
    if (request.url?.includes('secret') === true) {
      entered.push(`${host}${request.url}`);
      return give('secret')(request, response);
    }
    const { route, robots } = cases[indexIn(host)] ?? {};
    const answer = /^\/robots\.txt(?:\?|$)/u.test(request.url ?? '') ? robots : route;
    return (answer ?? giveNothing)(request, response);
  });
  const raw = await startRawSite((socket, head) => {
    const host = /^host: (?<host>\S+)/imu.exec(head)?.groups?.['host'] ?? '';
    if (head.startsWith('GET /robots.txt ')) {
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    } else {
      cases[indexIn(host)]?.raw?.(socket);
    }
  });
  return { http, raw, entered };
}
