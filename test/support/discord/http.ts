import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ApiRequest } from './api.ts';
import type { FileToAttach } from './client-side.ts';
import type { Reply } from './interactions.ts';
import { snowflake } from './people.ts';
import type { RateLimits } from './rate-limits.ts';

/** A failure that the next matching request meets. */
interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is carried out all the same: Discord did its work and the answer got lost. */
  readonly applied?: boolean;
}

/** The loopback server in front of the API: bodies in and out, failures on demand, attached files. */
export interface HttpServer {
  readonly server: Server;
  readonly port: number;
  /** Requests to the API, as `PATCH /webhooks/…`, in order. */
  readonly requests: readonly string[];
  readonly failNext: (fault: Fault) => void;
  /** Serves a file and gives its address. */
  readonly attach: (file: FileToAttach) => string;
  close(): Promise<void>;
}

export async function openHttp(
  handle: (request: ApiRequest) => Reply,
  limits: RateLimits | null = null,
): Promise<HttpServer> {
  const requests: string[] = [];
  const faults: Fault[] = [];
  const files = new Map<string, FileToAttach>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    server,
    port,
    requests,
    failNext: (fault) => void faults.push(fault),
    attach(file) {
      const path = `/attachments/${snowflake()}/${encodeURIComponent(file.name)}`;
      files.set(path, file);
      return `http://127.0.0.1:${port}${path}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://fake');
    const file = files.get(pathname);
    if (file) return void response.end(file.bytes);
    const method = request.method ?? '';
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
    const body = await readBody(request);
    requests.push(`${method} ${path}`);
    const fault = takeFault(method, path);
    const { authorization } = request.headers;
    const { headers, refusal } = limits?.count(method, path) ?? { headers: {}, refusal: null };
    const isCarriedOut = refusal === null && (!fault || fault.applied);
    const carriedOut = isCarriedOut ? handle({ method, path, authorization, body, query }) : null;
    send(response, fault ?? refusal ?? carriedOut ?? { status: 500 }, { ...headers, ...fault?.headers });
  }

  function takeFault(method: string, path: string): Fault | undefined {
    const at = faults.findIndex((each) => each.method === method && each.path.test(path));
    return at < 0 ? undefined : faults.splice(at, 1)[0];
  }
}

/** discord.js reads a body as JSON only where its type says so, and fails on an empty one. */
function send(
  response: ServerResponse,
  { status, body }: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

/** Files go beside the JSON, as a part of their own. */
async function payloadOf(contentType: string, bytes: Buffer<ArrayBuffer>): Promise<string> {
  if (!contentType.startsWith('multipart/')) return bytes.toString();
  const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  const payload = form.get('payload_json');
  return typeof payload === 'string' ? payload : '';
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(z.instanceof(Uint8Array).parse(chunk)));
  const text = await payloadOf(request.headers['content-type'] ?? '', Buffer.concat(chunks));
  return text === '' ? null : JSON.parse(text);
}
