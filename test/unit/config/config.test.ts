import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { ConfigError } from '../../../src/errors.ts';

describe('the settings', () => {
  it('need none at all', () => {
    expect(readConfig({})).toEqual({
      discord: null,
      dataFolder: resolve('data'),
      storeLocation: resolve('data/onrecord.db'),
      model: null,
      dailyTokens: undefined,
      answerMode: 'prose',
      extractMode: 'model',
      fetch: { ports: [80, 443], privateHosts: [], contact: null },
      logLevel: 'warn',
    });
  });

  it('take an empty value for none', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: '',
        OPENAI_API_KEY: '',
        LOG_LEVEL: '',
        ONRECORD_DATA: '',
        OPENAI_DAILY_TOKENS: '',
      }),
    ).toEqual(readConfig({}));
  });

  it('set up Discord and a model', () => {
    const token = 'x'.repeat(60);
    expect(
      readConfig({
        DISCORD_TOKEN: token,
        DISCORD_GUILD_ID: '123456789012345678',
        DISCORD_API_URL: 'http://127.0.0.1:8080/api',
        ONRECORD_DATA: '/srv/onrecord',
        DATABASE_URL: 'postgresql://me:secret@db/onrecord',
        OPENAI_BASE_URL: 'http://localhost:11434/v1',
        OPENAI_MODEL: 'small',
        OPENAI_DAILY_TOKENS: '200000',
        ANSWER_MODE: 'select',
        FETCH_PORTS: '80, 443,8080',
        FETCH_PRIVATE_HOSTS: 'Wiki.intranet, 10.1.2.3:8080',
        FETCH_CONTACT: 'desk@example.org',
        LOG_LEVEL: 'error',
      }),
    ).toEqual({
      discord: { token, guildId: '123456789012345678', apiUrl: 'http://127.0.0.1:8080/api' },
      dataFolder: '/srv/onrecord',
      storeLocation: 'postgresql://me:secret@db/onrecord',
      model: { apiKey: null, baseUrl: 'http://localhost:11434/v1', model: 'small' },
      dailyTokens: 200_000,
      answerMode: 'select',
      extractMode: 'model',
      fetch: {
        ports: [80, 443, 8080],
        privateHosts: ['wiki.intranet', '10.1.2.3:8080'],
        contact: 'desk@example.org',
      },
      logLevel: 'error',
    });
  });

  it('log more where nobody sits before it', () => {
    expect(readConfig({ DISCORD_TOKEN: 'x'.repeat(60) }).logLevel).toBe('info');
  });

  it('tell every problem at once and no secret', () => {
    const read = (): unknown =>
      readConfig({
        DISCORD_TOKEN: 'my secret',
        DISCORD_GUILD_ID: 'home',
        DATABASE_URL: 'mysql://me:secret@db/onrecord',
        OPENAI_BASE_URL: 'localhost',
        OPENAI_DAILY_TOKENS: 'many',
        ANSWER_MODE: 'poem',
        LOG_LEVEL: 'loud',
      });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /^(?!.*secret).*DISCORD_TOKEN .*DISCORD_GUILD_ID .*DATABASE_URL .*OPENAI_BASE_URL .*OPENAI_DAILY_TOKENS .*ANSWER_MODE .*LOG_LEVEL /u,
    );
  });
});
