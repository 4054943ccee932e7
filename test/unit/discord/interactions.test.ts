import { describe, expect, it } from 'vitest';
import { openApi } from '../../support/discord/api.ts';
import { openInteraction, type InteractionKind, type Reply } from '../../support/discord/interactions.ts';

const say = { content: 'x', allowed_mentions: { parse: [] } };
const code = ({ status, body }: Reply): string =>
  `${status} ${JSON.stringify(body ?? null).match(/\d{5}/)?.[0] ?? ''}`;

function open(kind: InteractionKind = 'command') {
  let time = 0;
  const violations: string[] = [];
  const interaction = openInteraction({
    kind,
    source: null,
    now: () => time,
    violated: (problem) => violations.push(problem),
  });
  return { interaction, violations, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('an interaction of the stand-in', () => {
  it('is unknown 3 seconds after it was sent', () => {
    const { interaction, wait } = open();
    wait(3001);
    expect(code(interaction.callback({ type: 5 }))).toBe('404 10062');
  });

  it('is acknowledged once', () => {
    const { interaction } = open();
    expect(code(interaction.callback({ type: 5 }))).toBe('204 ');
    expect(code(interaction.callback({ type: 5 }))).toBe('400 40060');
  });

  it('has no message before it is acknowledged, nor after that was deleted', () => {
    const { interaction } = open();
    expect(code(interaction.edit(say))).toBe('404 10015');
    expect(code(interaction.followUp(say))).toBe('404 10015');
    interaction.callback({ type: 5 });
    expect(code(interaction.remove())).toBe('204 ');
    expect(code(interaction.edit(say))).toBe('404 10008');
  });

  it('dies after 15 minutes', () => {
    const { interaction, wait } = open();
    interaction.callback({ type: 5 });
    wait(15 * 60_000 + 1);
    expect(code(interaction.edit(say))).toBe('401 50027');
  });

  it.each<[InteractionKind, number]>([
    ['command', 6],
    ['command', 8],
    ['autocomplete', 4],
    ['modal', 9],
    ['component', 7],
  ])('of a %s is not answered with type %i', (kind, type) => {
    const { interaction, violations } = open(kind);
    const data = { 4: say, 6: undefined, 7: say, 8: { choices: [] } }[type] ?? {
      custom_id: 'm',
      title: 'T',
      components: [],
    };
    expect(interaction.callback({ type, data }).status).toBe(400);
    expect(violations.join()).toMatch(/may not be answered|no message to update/);
  });

  it('keeps a deferred reply as ephemeral as it began, also for the first follow-up', async () => {
    const { interaction } = open();
    interaction.callback({ type: 5, data: { flags: 64 } });
    interaction.followUp(say);
    expect(await interaction.outcome).toMatchObject({ message: { flags: 64, pending: false } });
  });
});

describe('the API of the stand-in', () => {
  const api = openApi({
    token: 't',
    gatewayUrl: () => '',
    findInteraction: () => undefined,
    now: () => Date.now(),
  });
  const post = (path: string, body: unknown, authorization = 'Bot t') =>
    api.handle({ method: 'POST', path, authorization, body, query: new URLSearchParams() });

  it('makes one message of a nonce, however often it is sent', () => {
    const body = { ...say, nonce: 'briefing-1', enforce_nonce: true };
    expect(post('/channels/1/messages', body).body).toEqual(post('/channels/1/messages', body).body);
    expect(api.messages).toHaveLength(1);
  });

  it('wants the token, and fails closed on a route it does not know', () => {
    expect(post('/channels/1/messages', say, 'Bot x').status).toBe(401);
    expect(api.violations).toEqual([]);
    expect(post('/guilds/1/bans', {}).status).toBe(404);
    expect(api.violations).toEqual(['no such route: POST /guilds/1/bans']);
  });
});
