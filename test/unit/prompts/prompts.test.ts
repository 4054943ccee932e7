import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerQuestionPrompt } from '../../../prompts/answer-question.ts';
import { citedSentencesSchema } from '../../../prompts/cited-sentences.ts';
import { parsePrompt } from '../../../prompts/define-prompt.ts';
import { extractionSchema, extractQuotesPrompt } from '../../../prompts/extract-quotes.ts';
import { selectionSchema, selectQuotesPrompt } from '../../../prompts/select-quotes.ts';
import { understandingSchema, understandQuestionPrompt } from '../../../prompts/understand-question.ts';
import { writeBriefingPrompt } from '../../../prompts/write-briefing.ts';
import recorded from './recorded-hashes.json' with { type: 'json' };

const PROMPTS = [
  answerQuestionPrompt,
  extractQuotesPrompt,
  selectQuotesPrompt,
  understandQuestionPrompt,
  writeBriefingPrompt,
];

const shapes = { input: z.strictObject({ name: z.string() }), output: z.strictObject({}) };
const head = 'purpose: Greets.\nversion: 2\ntemperature: 0\nmaxOutputTokens: 10';
const text = (front = head, user = 'Hello {{name}}.') =>
  `---\n${front}\n---\n\n## System\n\nBe kind.\n\n## User\n\n${user}\n`;

describe('A prompt', () => {
  it.each(PROMPTS)(
    '$name has the text that was recorded for its version: a new text needs a new version',
    (prompt) => {
      const hashes: Readonly<Record<string, string>> = recorded;
      const key = `${prompt.name} ${prompt.version}`;
      expect([key, prompt.hash]).toEqual([key, hashes[key]]);
    },
  );

  it('is tested here, every one of them', () => {
    const names = readdirSync(new URL('../../../prompts', import.meta.url));
    const files = names.filter((file) => file.endsWith('.md'));
    expect(files.map((file) => file.replace('.md', '')).toSorted()).toEqual(
      PROMPTS.map(({ name }) => name).toSorted(),
    );
  });

  it('fills its holes once: what is filled in is not searched for holes', () => {
    const prompt = parsePrompt('greet', text(), shapes);
    expect(prompt.render({ name: '{{name}} $& $1' })).toEqual({
      system: 'Be kind.',
      user: 'Hello {{name}} $& $1.',
    });
    expect([prompt.version, prompt.temperature, prompt.maxOutputTokens]).toEqual([2, 0, 10]);
  });

  it('refuses input of another shape', () => {
    const prompt = parsePrompt('greet', text(), shapes);
    expect(() => prompt.render(JSON.parse('{"name":"Ada","more":1}'))).toThrow(z.ZodError);
  });

  it.each([
    ['an unknown key in its head', text(`${head}\nmodel: large`)],
    ['a missing key in its head', text('purpose: Greets.\nversion: 2')],
    ['a version that is no number', text(head.replace('2', 'two'))],
    ['a hole that is no input', text(head, 'Hello {{name}} {{more}}.')],
    ['an input without a hole', text(head, 'Hello.')],
    ['no head', '## System\n\nBe kind.\n\n## User\n\n{{name}}'],
    ['no user part', '---\nversion: 1\n---\n\n## System\n\n{{name}}'],
  ])('is refused with %s', (_what, file) => {
    expect(() => parsePrompt('greet', file, shapes)).toThrow(/prompt "greet"|expected|Unrecognized/i);
  });

  it('asks for a shape that servers understand: no unions, nulls, patterns or optional keys', () => {
    const schemas = [
      citedSentencesSchema(['kab', 'kcd']),
      selectionSchema(['kab']),
      extractionSchema,
      understandingSchema,
    ];
    for (const schema of schemas) {
      const json = JSON.stringify(schema);
      expect(json).not.toMatch(/anyOf|oneOf|"null"|"pattern"|\$schema|\$ref|allOf/);
      const objects = [...json.matchAll(/"type":"object"/g)].length;
      expect([...json.matchAll(/"additionalProperties":false/g)].length).toBe(objects);
      expect([...json.matchAll(/"required":\[/g)].length).toBe(objects);
    }
    expect(JSON.stringify(schemas[0])).toContain('"enum":["kab","kcd"]');
  });
});
