import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../../src/ingest/json-lines.ts';

async function readAll(text: string, chunk: number, longestLine?: number) {
  const bytes = new TextEncoder().encode(text);
  async function* stream() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const schema = z.object({ id: z.string() });
  const told: string[] = [];
  for await (const line of readJsonLines(stream(), schema, longestLine)) {
    told.push('value' in line ? line.value.id : line.problem.userMessage);
  }
  return told;
}

describe('a stream of JSON objects', () => {
  it.each([1, 2, 7, 1000])('is read whole from pieces of %i bytes', async (chunk) => {
    const ids = ['ü', 'a\u{2028}b', '😀'];
    const text = ids.map((id) => `{"id":"${id}"}\r\n`).join('\n');
    expect(await readAll(text, chunk)).toEqual(ids);
  });

  it('goes on after a line that is wrong, and tells which one it is', async () => {
    expect(await readAll('{"id":"1"}\n{"id":\n[]\n\n{"id":5}\n{"id":"6"}', 9)).toEqual([
      '1',
      'Line 2 is no JSON object.',
      expect.stringMatching(/^Line 3 can't be used: .*\.$/u),
      expect.stringMatching(/^Line 5 can't be used: id: .*\.$/u),
      '6',
    ]);
  });

  it('passes over a line that is too long, in pieces or not', async () => {
    const text = `{"id":"1"}\n{"id":"${'x'.repeat(50)}"}\n{"id":"3"}`;
    for (const chunk of [3, 1000]) {
      expect(await readAll(text, chunk, 20)).toEqual(['1', 'Line 2 is too long.', '3']);
    }
  });
});
