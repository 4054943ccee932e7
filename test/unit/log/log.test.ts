import { describe, expect, it } from 'vitest';
import { createLog, type LogLevel } from '../../../src/log.ts';

function logTo(lines: string[], level: LogLevel) {
  return createLog({
    level,
    secrets: ['token-of-the-bot', ''],
    now: () => new Date('2031-01-02T03:04:05Z'),
    write: (line) => lines.push(line),
  });
}

describe('the log', () => {
  it('writes one JSON object a line', () => {
    const lines: string[] = [];
    logTo(lines, 'info').info('commands registered', { count: 4 });
    expect(lines).toEqual([
      '{"time":"2031-01-02T03:04:05.000Z","level":"info","event":"commands registered","count":4}',
    ]);
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    const log = logTo(lines, 'warn');
    log.debug('no');
    log.info('no');
    log.warn('yes');
    log.error('yes');
    expect(lines).toHaveLength(2);
  });

  it('tells an error with its cause, and never a secret', () => {
    const lines: string[] = [];
    const cause = new Error('401 for token-of-the-bot');
    logTo(lines, 'info').error('login failed', { error: new Error('no login', { cause }) });
    expect(lines[0]).toContain('no login');
    expect(lines[0]).toContain('401 for [secret]');
    expect(lines[0]).not.toContain('token-of-the-bot');
  });
});
