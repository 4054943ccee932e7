import { describe, expect, it } from 'vitest';
import { validateCallback, validateCommands, validateMessage } from '../../support/discord/validate.ts';

const none = { allowed_mentions: { parse: [] } };
const row = (...components: readonly object[]) => ({ type: 1, components });
const button = (id: string, changes = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: id, ...changes });
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: readonly object[]) => ({ ...none, flags: 32768, components });
const say = (data: object) => validateCallback({ type: 4, data });
const command = (changes: object) => validateCommands([{ name: 'ask', description: 'Ask', ...changes }]);
const modal = (changes: object) =>
  validateCallback({ type: 9, data: { custom_id: 'm', title: 'T', components: [field('f')], ...changes } });
const field = (id: string, changes = {}) => ({
  type: 18,
  label: 'Text',
  component: { type: 4, style: 2, custom_id: id, ...changes },
});
const choice = (name: string, value: string) => ({ name, value });

describe('the stand-in for Discord', () => {
  it.each([
    ['a text', say({ ...none, content: 'x'.repeat(2000), tts: false, nonce: '1', enforce_nonce: true })],
    [
      'a card',
      say(
        v2({
          type: 17,
          components: [text('a'), { type: 9, components: [text('b')], accessory: button('x') }],
        }),
      ),
    ],
    ['an ephemeral defer', validateCallback({ type: 5, data: { flags: 64 } })],
    ['a plain update', validateCallback({ type: 6 })],
    ['an update', validateCallback({ type: 7, data: v2(text('a')) })],
    [
      'choices',
      validateCallback({ type: 8, data: { choices: Array.from({ length: 25 }, () => choice('a', 'b')) } }),
    ],
    ['a modal', modal({})],
    [
      'a command',
      command({
        default_member_permissions: '32',
        options: [{ type: 3, name: 'topic', description: 'T', required: true }],
      }),
    ],
    ['an edit', validateMessage(v2(text('a')), 'IncomingWebhookUpdateRequestPartial')],
  ])('accepts %s', (_what, bad) => {
    expect(bad).toEqual([]);
  });

  it.each([
    ['no allowed_mentions', say({ content: 'x' })],
    ['allowed mentions', say({ content: 'x', allowed_mentions: { parse: ['users'] } })],
    ['an empty message', say({ ...none })],
    ['a message of spaces', say({ ...none, content: '  ' })],
    ['an unknown key', say({ ...none, content: 'x', contnet: 'y' })],
    [
      'an unknown key deep inside',
      say({ ...none, embeds: [{ title: 'x', footer: { text: 'y', size: 1 } }] }),
    ],
    ['content of 2,001', say({ ...none, content: 'x'.repeat(2001) })],
    [
      'content of 2,001 in a channel',
      validateMessage({ ...none, content: 'x'.repeat(2001) }, 'MessageCreateRequest'),
    ],
    [
      'embeds of 6,001',
      say({ ...none, embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }] }),
    ],
    ['an empty embed', say({ ...none, embeds: [{}] })],
    ['an empty embed field', say({ ...none, embeds: [{ title: 't', fields: [{ name: ' ', value: 'x' }] }] })],
    ['11 embeds', say({ ...none, embeds: Array.from({ length: 11 }, () => ({ title: 't' })) })],
    ['an embed to javascript:', say({ ...none, embeds: [{ title: 't', url: 'javascript:alert(1)' }] })],
    [
      '41 components',
      say(
        v2(
          ...Array.from({ length: 4 }, () => ({
            type: 17,
            components: Array.from({ length: 10 }, () => text('a')),
          })),
        ),
      ),
    ],
    ['4,001 characters', say(v2(text('x'.repeat(4000)), text('y')))],
    ['an empty text', say(v2(text(' ')))],
    ['content beside V2', say({ ...v2(text('a')), content: 'x' })],
    ['V2 without its flag', say({ ...none, components: [text('a')] })],
    [
      'V2 content in an edit',
      validateMessage({ ...none, content: 'a' }, 'IncomingWebhookUpdateRequestPartial', true),
    ],
    [
      '6 action rows',
      say({ ...none, content: 'x', components: Array.from({ length: 6 }, (_, at) => row(button(`${at}`))) }),
    ],
    [
      '6 buttons in a row',
      say({
        ...none,
        content: 'x',
        components: [row(...Array.from({ length: 6 }, (_, at) => button(`${at}`)))],
      }),
    ],
    ['a custom_id twice', say({ ...none, content: 'x', components: [row(button('a'), button('a'))] })],
    ['a custom_id of 101', say({ ...none, content: 'x', components: [row(button('a'.repeat(101)))] })],
    [
      'a button without an id',
      say({ ...none, content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] }),
    ],
    [
      'a button without a label',
      say({ ...none, content: 'x', components: [row({ type: 2, style: 1, custom_id: 'x' })] }),
    ],
    [
      'a link button with an id',
      say({ ...none, content: 'x', components: [row(button('a', { style: 5, url: 'https://a.example' }))] }),
    ],
    ['a masked link to javascript:', say(v2(text('[a](javascript:alert)')))],
    ['an ephemeral V2 defer', validateCallback({ type: 5, data: { flags: 64 + 32768 } })],
    [
      '26 choices',
      validateCallback({ type: 8, data: { choices: Array.from({ length: 26 }, () => choice('a', 'b')) } }),
    ],
    [
      'a choice value of 101',
      validateCallback({ type: 8, data: { choices: [choice('a', 'b'.repeat(101))] } }),
    ],
    ['a modal title of 46', modal({ title: 'x'.repeat(46) })],
    ['6 fields', modal({ components: Array.from({ length: 6 }, (_, at) => field(`${at}`)) })],
    ['a label of 46', modal({ components: [{ ...field('a'), label: 'x'.repeat(46) }] })],
    ['a label in a label', modal({ components: [field('a', { label: 'x' })] })],
    ['a field filled too far', modal({ components: [field('a', { value: 'xx', max_length: 1 })] })],
    ['an unknown callback', validateCallback({ type: 3 })],
    ['a command in capitals', command({ name: 'Ask' })],
    ['a command without a description', command({ description: undefined })],
    [
      'a required option after an optional one',
      command({
        options: [
          { type: 3, name: 'a', description: 'A' },
          { type: 3, name: 'b', description: 'B', required: true },
        ],
      }),
    ],
    [
      'an option twice',
      command({
        options: [
          { type: 3, name: 'a', description: 'A' },
          { type: 3, name: 'a', description: 'A' },
        ],
      }),
    ],
    [
      'choices and autocomplete',
      command({
        options: [{ type: 3, name: 'a', description: 'A', autocomplete: true, choices: [choice('a', 'b')] }],
      }),
    ],
    [
      'an option description of 101',
      command({ options: [{ type: 3, name: 'a', description: 'x'.repeat(101) }] }),
    ],
    [
      'a command twice',
      validateCommands([
        { name: 'a', description: 'A' },
        { name: 'a', description: 'A' },
      ]),
    ],
  ])('refuses %s', (_what, bad) => {
    expect(bad).not.toEqual([]);
  });
});
