import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { createLanguageModel, type ModelSettings } from '../../src/llm/create-language-model.ts';
import type { ModelReply, ModelRequest } from '../../src/llm/language-model.ts';
import {
  completion,
  refuse,
  reply,
  sendJson,
  SERVERS,
  startModelServer,
  type Behaviour,
  type ModelServer,
} from '../support/model-server.ts';

const REQUEST: ModelRequest = {
  name: 'answer-question',
  system: 'Reply with JSON.',
  user: 'What is on record?',
  schema: {
    type: 'object',
    properties: { ok: { type: 'boolean' } },
    required: ['ok'],
    additionalProperties: false,
  },
  maxOutputTokens: 900,
  temperature: 0,
};
const FORMAT_REFUSED = "'response_format' of type 'json_schema' is not supported with this model.";

describe('The language model over the wire, through the real openai client', () => {
  const servers: ModelServer[] = [];
  const start = async (...behaviours: readonly Behaviour[]) => {
    const server = await startModelServer(...behaviours);
    servers.push(server);
    return server;
  };
  const modelAt = (server: ModelServer, settings: Partial<ModelSettings> = {}) =>
    createLanguageModel({
      baseUrl: server.baseUrl,
      apiKey: null,
      model: 'asked-model',
      timeoutMs: 4_000,
      ...settings,
    });
  const complete = async (
    server: ModelServer,
    settings: Partial<ModelSettings> = {},
    signal = new AbortController().signal,
  ): Promise<ModelReply | ModelError> => {
    try {
      return await modelAt(server, settings).complete(REQUEST, signal);
    } catch (error) {
      if (error instanceof ModelError) return error;
      throw error;
    }
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it('asks once, with the shape, one system and one user message, and no key where none is set', async () => {
    const server = await start(reply());
    const result = await complete(server);
    expect(result).toEqual({
      json: { ok: true },
      rawText: '{"ok":true}',
      model: 'served-model',
      rung: 'schema',
      inputTokens: 11,
      outputTokens: 7,
    });
    expect(server.requests).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer none',
        body: {
          model: 'asked-model',
          messages: [
            { role: 'system', content: 'Reply with JSON.' },
            { role: 'user', content: 'What is on record?' },
          ],
          max_tokens: 900,
          temperature: 0,
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'answer-question', strict: true, schema: REQUEST.schema },
          },
        },
      },
    ]);
  });

  it('sends a seed only when one is configured', async () => {
    const server = await start(reply());
    await complete(server, { seed: 7 });
    expect(server.requests[0]?.body['seed']).toBe(7);
  });

  it.each([
    ['OpenAI', 3, 'schema'],
    ['Ollama', 1, 'schema'],
    ['vLLM', 1, 'schema'],
    ['llama.cpp', 2, 'object'],
    ['LM Studio', 3, 'plain'],
    ['OpenRouter', 2, 'object'],
  ])(
    'works with %s, which takes %i requests the first time and one from then on',
    async (name, first, rung) => {
      const behave = SERVERS[name];
      if (behave === undefined) throw new Error(`No server ${name}.`);
      const server = await start(behave('{"ok":true}'));
      const model = modelAt(server);
      const signal = new AbortController().signal;
      const reply1 = await model.complete(REQUEST, signal);
      const asked = server.requests.length;
      await model.complete(REQUEST, signal);
      expect([reply1.json, reply1.rung, asked, server.requests.length]).toEqual([
        { ok: true },
        rung,
        first,
        first + 1,
      ]);
    },
  );

  it.each([
    [
      '400 on the shape at each rung',
      [refuse(400, FORMAT_REFUSED), refuse(400, FORMAT_REFUSED), reply()],
      3,
      'plain',
    ],
    ['415 on the shape', [refuse(415, 'unsupported'), reply()], 2, 'object'],
    ['422 on the shape', [refuse(422, 'unprocessable'), reply()], 2, 'object'],
    ['500 that names the shape', [refuse(500, 'json_schema is not implemented'), reply()], 2, 'object'],
    ['500 once', [refuse(500, 'out of luck'), reply()], 2, 'schema'],
    [
      '429 that asks for a short wait',
      [refuse(429, 'slow down', { 'retry-after': '0.05' }), reply()],
      2,
      'schema',
    ],
    [
      '429 with a date',
      [refuse(429, 'slow down', { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }), reply()],
      2,
      'schema',
    ],
  ] satisfies readonly (readonly [string, readonly Behaviour[], number, string])[])(
    'gets over %s',
    async (_what, behaviours, count, rung) => {
      const server = await start(...behaviours);
      const result = await complete(server);
      expect([result instanceof ModelError ? result.message : result.rung, server.requests.length]).toEqual([
        rung,
        count,
      ]);
    },
  );

  it.each([
    ['401', [refuse(401, 'bad key')], 1, /check OPENAI_API_KEY/],
    ['403', [refuse(403, 'no')], 1, /check OPENAI_API_KEY/],
    ['404 for the model', [refuse(404, "The model 'asked-model' does not exist")], 1, /check OPENAI_MODEL/],
    ['404 for everything', [refuse(404, 'page not found')], 3, /check OPENAI_MODEL/],
    ['400 at every rung', [refuse(400, 'no')], 3, /HTTP 400/],
    ['429 twice', [refuse(429, 'slow down', { 'retry-after': '0.05' })], 2, /no more requests/],
    [
      '429 that asks for a longer wait than is left',
      [refuse(429, 'slow down', { 'retry-after': '120' })],
      1,
      /no more requests/,
    ],
    ['500 twice', [refuse(500, 'out of luck')], 2, /HTTP 500/],
    [
      '200 with an error inside, twice',
      [(_request, response) => sendJson(response, 200, { error: { code: 502, message: 'upstream' } })],
      2,
      /HTTP 502/,
    ],
  ] satisfies readonly (readonly [string, readonly Behaviour[], number, RegExp])[])(
    'gives up after %s, with one sentence and no more requests than it takes',
    async (_what, behaviours, count, sentence) => {
      const server = await start(...behaviours);
      const result = await complete(server);
      expect(result).toBeInstanceOf(ModelError);
      expect(result instanceof ModelError ? result.userMessage : '').toMatch(sentence);
      expect(server.requests.length).toBe(count);
    },
  );

  const html: Behaviour = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Please log in</body></html>');
  };
  const stream =
    (end: string): Behaviour =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"delta":{"content":"{\\"ok\\":"}}]}\n\n');
      response.end(end);
    };

  it.each([
    ['is cut off', reply({ content: '{"ok":', finish: 'length' })],
    ['is cut off but says it stopped', reply({ content: '{"ok":tr' })],
    ['is filtered', reply({ content: '{"ok":true}', finish: 'content_filter' })],
    ['calls a tool', reply({ content: null, finish: 'tool_calls' })],
    ['is a refusal', reply({ content: null, message: { refusal: 'I cannot help with that.' } })],
    ['is a refusal in prose', reply({ content: 'I am sorry, I cannot help with that.' })],
    ['is null', reply({ content: null })],
    ['is empty', reply({ content: '' })],
    ['is blank', reply({ content: ' \n\t' })],
    ['is a list of parts', reply({ content: [{ type: 'text', text: '{"ok":true}' }] })],
    [
      'stands in reasoning_content only',
      reply({ content: null, message: { reasoning_content: '{"ok":true}' } }),
    ],
    ['never stops thinking', reply({ content: '<think>{"ok":true}' })],
    ['has no choices', (_request, response) => sendJson(response, 200, { ...completion({}), choices: [] })],
    ['has choices of another kind', (_request, response) => sendJson(response, 200, { choices: 'none' })],
    ['is an HTML page', html],
    ['is streamed though nobody asked, and ends cleanly', stream('data: [DONE]\n\n')],
    ['is streamed without an end', stream('')],
    [
      'is streamed with an error in the middle',
      stream('event: error\ndata: {"error":{"message":"gone"}}\n\n'),
    ],
    ['is longer than it may be', reply({ content: JSON.stringify({ ok: 'x'.repeat(40_000) }) })],
    ['is nested ten thousand deep and unclosed', reply({ content: '['.repeat(10_000) })],
  ] satisfies readonly (readonly [string, Behaviour])[])(
    'refuses a reply that %s, after one request',
    async (_what, behaviour) => {
      const server = await start(behaviour);
      const result = await complete(server);
      expect(result).toBeInstanceOf(ModelError);
      expect(result instanceof ModelError ? result.rawText : null).not.toBeNull();
      expect(server.requests.length).toBe(1);
    },
  );

  it('gives up on a body of more than a megabyte', async () => {
    const server = await start((_request, response) =>
      sendJson(response, 200, { padding: 'x'.repeat(2_000_000) }),
    );
    expect(await complete(server)).toBeInstanceOf(ModelError);
  });

  it.each([
    ['without usage', reply({ usage: false }), { inputTokens: null, outputTokens: null }],
    ['without finish_reason, when its JSON is whole', reply({ finish: null }), { json: { ok: true } }],
    ['in a fence', reply({ content: '```json\n{"ok":true}\n```' }), { json: { ok: true } }],
    ['with backticks in its strings', reply({ content: '{"ok":"```"}' }), { json: { ok: '```' } }],
    ['with a byte order mark', reply({ content: '\uFEFF{"ok":true}' }), { json: { ok: true } }],
    ['between prose', reply({ content: 'Here: {"ok":"}"} – done.' }), { json: { ok: '}' } }],
    ['of two objects, as the first of them', reply({ content: '{"ok":1}\n{"ok":2}' }), { json: { ok: 1 } }],
    [
      'nested ten thousand deep',
      reply({ content: `{"ok":${'['.repeat(10_000)}${']'.repeat(10_000)}}` }),
      { rung: 'schema' },
    ],
  ] satisfies readonly (readonly [string, Behaviour, object])[])(
    'reads a reply %s',
    async (_what, behaviour, expected) => {
      expect(await complete(await start(behaviour))).toMatchObject(expected);
    },
  );

  const cut: Behaviour = (_request, response) => {
    response.destroy();
  };
  const cutBody: Behaviour = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"choices":');
    setTimeout(() => response.destroy(), 20);
  };

  it('asks once more when the connection is cut, before the answer or within it', async () => {
    const server = await start(cut, reply());
    const other = await start(cutBody, reply());
    expect(await complete(server)).toMatchObject({ json: { ok: true } });
    expect(await complete(other)).toMatchObject({ json: { ok: true } });
    expect([server.requests.length, other.requests.length]).toEqual([2, 2]);
  });

  it('says so when nobody listens', async () => {
    const server = await start(reply());
    await server.close();
    const result = await complete(server);
    expect(result instanceof ModelError ? result.userMessage : '').toMatch(/could not be reached/);
  });

  it.each([
    ['headers', async (): Promise<void> => {}],
    [
      'a body',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices":');
      },
    ],
  ] satisfies readonly (readonly [string, Behaviour])[])(
    'stops waiting for slow %s when its time is over',
    async (_what, behaviour) => {
      const server = await start(behaviour);
      const result = await complete(server, { timeoutMs: 150 });
      expect(result instanceof ModelError ? result.userMessage : '').toBe(
        'The language model did not answer in time.',
      );
      expect(server.requests.length).toBe(1);
    },
  );

  it('stops at once when the caller’s signal fires, also while it waits to ask again', async () => {
    const server = await start(refuse(429, 'slow down', { 'retry-after': '3' }), reply());
    const result = await complete(server, {}, AbortSignal.timeout(100));
    expect(result).toBeInstanceOf(ModelError);
    expect(server.requests.length).toBe(1);
  });

  it('leaves an endpoint alone that failed several times in a row, and tries it again after a rest', async () => {
    const server = await start(
      refuse(500, 'x'),
      refuse(500, 'x'),
      refuse(500, 'x'),
      refuse(500, 'x'),
      reply(),
    );
    const model = modelAt(server, { breaker: { failures: 2, restMs: 60 } });
    const signal = new AbortController().signal;
    const ask = () =>
      model.complete(REQUEST, signal).then(
        () => 'ok',
        (error: unknown) => String(error),
      );
    const first = [await ask(), await ask(), await ask()];
    expect(first[2]).toMatch(/rests for a minute/);
    expect(server.requests.length).toBe(4);
    await sleep(80);
    expect(await ask()).toBe('ok');
    expect(server.requests.length).toBe(5);
  });

  it('asks no more at a time than it may', async () => {
    let open = 0;
    let most = 0;
    const server = await start(async (request, response) => {
      open += 1;
      most = Math.max(most, open);
      await sleep(10);
      open -= 1;
      await reply()(request, response);
    });
    const model = modelAt(server, { concurrency: 2 });
    const signal = new AbortController().signal;
    await Promise.all(Array.from({ length: 8 }, () => model.complete(REQUEST, signal)));
    expect([most, server.requests.length]).toEqual([2, 8]);
  });
});
