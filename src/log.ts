/** How much is logged: each level takes in those after it. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes what happened: `log.info('commands registered', { count: 4 })`. */
export type Log = Readonly<
  Record<LogLevel, (event: string, facts?: Readonly<Record<string, unknown>>) => void>
>;

export interface LogOptions {
  readonly level: LogLevel;
  /** Never written, wherever they turn up. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

/** A log of JSON lines: time, level, event, and the facts. An error among the facts is told with its stack and cause. */
export function createLog({ level, secrets, now, write }: LogOptions): Log {
  const known = secrets.filter((secret) => secret !== '');
  const logAt =
    (own: LogLevel): Log[LogLevel] =>
    (event, facts = {}) => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      const line = JSON.stringify({ time: now().toISOString(), level: own, event, ...facts }, tellErrors);
      write(known.reduce((sofar, secret) => sofar.replaceAll(secret, '[secret]'), line));
    };
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
}

function tellErrors(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, ...(cause === undefined ? {} : { cause }) };
}
