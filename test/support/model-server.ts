import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request to the server said. */
interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers one request; it may also keep it waiting or cut it. */
export type Behaviour = (request: SeenRequest, response: ServerResponse) => void | Promise<void>;

export interface ModelServer {
  readonly baseUrl: string;
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** A loopback endpoint on a free port that meets its n-th request with the n-th behaviour, the last one for all after it. */
export async function startModelServer(...behaviours: readonly Behaviour[]): Promise<ModelServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const text = await readBody(incoming);
      const request = {
        path: incoming.url ?? '',
        authorization: incoming.headers.authorization,
        body: JSON.parse(text === '' ? '{}' : text),
      };
      requests.push(request);
      const behave = behaviours[Math.min(requests.length, behaviours.length) - 1];
      await behave?.(request, response);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export interface CompletionParts {
  readonly content?: unknown;
  readonly finish?: string | null;
  readonly usage?: boolean;
  readonly message?: Readonly<Record<string, unknown>>;
}

/** A chat completion's body, as OpenAI writes it. */
export function completion({
  content = '{"ok":true}',
  finish = 'stop',
  usage = true,
  message = {},
}: CompletionParts): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_750_000_000,
    model: 'served-model',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content, ...message } }],
    ...(usage ? { usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } } : {}),
  };
}

/** Replies with a completion. */
export function reply(parts: CompletionParts = {}): Behaviour {
  return (_request, response) => sendJson(response, 200, completion(parts));
}

/** Refuses with a status and a message. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Behaviour {
  return (_request, response) =>
    sendJson(response, status, { error: { message, type: 'invalid_request_error' } }, headers);
}

function formatOf({ body }: SeenRequest): string {
  const format = body['response_format'];
  return typeof format === 'object' && format !== null && 'type' in format ? String(format.type) : 'none';
}

/** How the servers that people run treat the same request; `content` is what their model would write. */
export const SERVERS: Readonly<Record<string, (content: string) => Behaviour>> = {
  /** Newer models know only the new name of the limit, and no temperature but their own. */
  OpenAI: (content) => (request, response) => {
    if ('max_tokens' in request.body) {
      return refuse(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      )(request, response);
    }
    if (request.body['temperature'] !== undefined) {
      return refuse(400, "Unsupported value: 'temperature' does not support 0 with this model.")(
        request,
        response,
      );
    }
    return reply({ content, message: { refusal: null } })(request, response);
  },
  /** Takes the shape and may ignore it without a word: prose around a fence. */
  Ollama: (content) =>
    reply({ content: `Sure! Here it is:\n\n\`\`\`json\n${content}\n\`\`\`\nAnything else?` }),
  /** A reasoning model thinks aloud first. */
  vLLM: (content) => reply({ content: `<think>They want {"status": something}.</think>\n${content}` }),
  /** Fails inside when it can't make a grammar of the shape. */
  'llama.cpp': (content) => (request, response) =>
    formatOf(request) === 'json_schema'
      ? refuse(500, 'failed to parse grammar: json_schema conversion failed')(request, response)
      : reply({ content, usage: false })(request, response),
  /** Knows json_schema and text, no json_object; an older one knows none of them. */
  'LM Studio': (content) => (request, response) =>
    formatOf(request) === 'none'
      ? reply({ content })(request, response)
      : refuse(400, "'response_format.type' must be 'text'")(request, response),
  /** A route that can't do it answers 200 with an error inside. */
  OpenRouter: (content) => (request, response) =>
    formatOf(request) === 'json_schema'
      ? sendJson(response, 200, {
          error: { code: 400, message: 'No endpoints found that support response_format' },
        })
      : reply({ content })(request, response),
};
