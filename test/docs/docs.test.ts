import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../commands/index.ts';
import { optionsOf } from '../../commands/options.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { SETTING_NAMES } from '../../src/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const readme = read('README.md');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** Rows of README tables: what their first cell holds between backticks. */
const tableKeys = [...readme.matchAll(/^\| `([^`]+)` \|/gmu)].map((match) => match[1] ?? '');

describe('the settings', () => {
  it('all stand in .env.example, and nothing else does', () => {
    const documented = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gmu)].map((match) => match[1]);
    expect(documented).toEqual(SETTING_NAMES);
  });

  it('all stand in the README, and nothing else does', () => {
    expect(tableKeys.filter((key) => /^[A-Z_]+$/u.test(key))).toEqual(SETTING_NAMES);
  });
});

describe('the slash commands', () => {
  it('all stand in the README, and nothing else does', () => {
    const words = new Set(COMMANDS.map((command) => `/${command.name}`));
    const documented = tableKeys
      .filter((key) => key.startsWith('/'))
      .map((key) => key.split(' '))
      .map(([first = '', second = '']) => (words.has(`${first} ${second}`) ? `${first} ${second}` : first));
    expect(documented).toEqual(COMMANDS.map((command) => `/${command.name}`));
  });

  it.each(COMMANDS)('$name has the options that the README gives it', (command) => {
    const row = tableKeys.find((key) => `${key} `.startsWith(`/${command.name} `)) ?? '';
    const options = row.slice(command.name.length + 1);
    const documented = [...options.matchAll(/(?<=[[ ])[a-z-]+/gu)].map((match) => match[0]);
    const names = optionsOf(command).map((option) => option.name);
    const expected = row.includes('…')
      ? names.filter((name) => documented.includes(name))
      : names.filter((name) => name !== command.form);
    expect(documented).toEqual(expected);
  });
});

describe('the command line', () => {
  it('has all its verbs in the README, and nothing else', () => {
    const rows = readme.slice(readme.indexOf('| verb |'), readme.indexOf('`-` stands for'));
    const documented = [...rows.matchAll(/^\| `([a-z]+)/gmu)].map((match) => match[1]);
    expect(documented).toEqual(VERBS.map((verb) => verb.name));
  });

  it.each(VERBS)('$name has its options in the README', (verb) => {
    for (const { name } of verb.options) expect(readme).toContain(`--${name}`);
  });

  it('has no option in the README that no verb has', () => {
    const known = new Set([
      'help',
      'silent',
      ...VERBS.flatMap((verb) => verb.options.map(({ name }) => name)),
    ]);
    const [usage = ''] = readme.split('## Measured');
    const told = [...usage.matchAll(/--([a-z]+)/gu)].map((match) => match[1] ?? '');
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names only scripts that exist', (name) => {
    const named = [...read(name).matchAll(/npm run (?:--silent )?([\w:-]+)/gu)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('give every folder of src a place in ARCHITECTURE.md', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const tree = read('ARCHITECTURE.md');
    for (const { name } of folders) expect(tree).toMatch(new RegExp(`\`?${name}/|src/${name}`, 'u'));
  });

  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s links to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/gu)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});
