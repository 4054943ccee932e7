import assert from 'node:assert/strict';
import { relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HostileCase } from '../../support/hostile-web/case.ts';
import { HOSTILE_CASES } from '../../support/hostile-web/cases.ts';
import { serveHostileWeb, type HostileWeb } from '../../support/hostile-web/serve.ts';
import { runProgram } from '../../support/run-program.ts';

/** As `runProgram` finds it, from src/. */
const PROGRAM = relative(
  resolve('src'),
  new URL('../../support/hostile-web/read-cases.ts', import.meta.url).pathname,
);

const Outcome = z.object({ outcome: z.enum(['read', 'refused', 'bug']), text: z.string() });
const Size = z.object({ megabytes: z.number() });

let web: HostileWeb;
let outcomes: readonly z.infer<typeof Outcome>[] = [];
let megabytes = Infinity;

beforeAll(async () => {
  web = await serveHostileWeb(HOSTILE_CASES);
  const { stdout, stderr } = await runProgram(PROGRAM, [String(web.http.port), String(web.raw.port)]);
  const lines: readonly unknown[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(stderr, '');
  outcomes = lines.slice(0, -1).map((line) => Outcome.parse(line));
  ({ megabytes } = Size.parse(lines.at(-1)));
}, 120_000);

afterAll(() => Promise.all([web.http.close(), web.raw.close()]));

/** What is not as it should be; empty where all is. */
function faultIn({ expected }: HostileCase, outcome: z.infer<typeof Outcome> | undefined): string {
  if (outcome === undefined || outcome.outcome === 'bug') return outcome?.text ?? 'it was never read';
  const { outcome: came, text } = outcome;
  if (came === 'refused' && !/^[^\n]{20,300}\.$/u.test(text)) return `no clear sentence: ${text}`;
  const wanted = 'read' in expected ? expected.read : 'refused' in expected ? expected.refused : '';
  const isWanted = 'readOrRefused' in expected || came in expected;
  return isWanted && text.includes(wanted) ? '' : `${came}: ${text}`;
}

describe('the hostile web', () => {
  it.each(HOSTILE_CASES.map((each, index) => [each.name, each, index] as const))(
    'meets %s',
    (_, each, index) => {
      expect(faultIn(each, outcomes[index])).toBe('');
    },
  );

  it('has more than eighty cases', () => expect(HOSTILE_CASES.length).toBeGreaterThan(80));

  it('is never led inside', () => expect(web.entered).toEqual([]));

  it('is read in less than 512 MB', () => expect(megabytes).toBeLessThan(512));
});
