import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** An empty line of a .env file means that the setting is not made. */
const optional = <Setting extends z.ZodType>(setting: Setting) =>
  z.preprocess((value) => (value === '' ? undefined : value), setting.optional());

const webAddress = (example: string) =>
  z.url({ protocol: /^https?$/u, error: `should be a full address, such as ${example}.` });

/** Every setting, by the name of its environment variable; .env.example documents each. */
const Settings = z.object({
  DISCORD_TOKEN: optional(
    z
      .string()
      .regex(/^\S{20,}$/u, 'should be the bot token from the Discord developer portal, without spaces.'),
  ),
  DISCORD_GUILD_ID: optional(
    z
      .string()
      .regex(/^\d{17,20}$/u, "should be a server's id: 17 to 20 digits, copied in Discord's developer mode."),
  ),
  DISCORD_API_URL: optional(webAddress('https://discord.com/api')),
  ONRECORD_DATA: optional(z.string()),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(?:ql)?$/u, error: 'should be postgres://user:password@host/database.' }),
  ),
  OPENAI_API_KEY: optional(z.string().regex(/^\S+$/u, 'should not hold spaces.')),
  OPENAI_BASE_URL: optional(webAddress('http://localhost:11434/v1')),
  OPENAI_MODEL: optional(z.string()),
  OPENAI_DAILY_TOKENS: optional(
    z.coerce
      .number('should be a whole number, such as 200000.')
      .int('should be a whole number, such as 200000.')
      .positive('should be more than 0.'),
  ),
  ANSWER_MODE: optional(z.enum(['prose', 'select', 'digest'], 'should be prose, select or digest.')),
  EXTRACT_MODE: optional(z.enum(['model', 'grammar'], 'should be model or grammar.')),
  FETCH_PORTS: optional(
    z
      .string()
      .regex(
        /^\d{1,5}(?:\s*,\s*\d{1,5})*$/u,
        'should be port numbers with commas between them, such as 80,443.',
      ),
  ),
  FETCH_PRIVATE_HOSTS: optional(
    z
      .string()
      .regex(
        /^[\w.:[\]-]+(?:\s*,\s*[\w.:[\]-]+)*$/u,
        'should be host names with commas between them, such as wiki.intranet,10.1.2.3:8080.',
      ),
  ),
  FETCH_CONTACT: optional(
    z
      .string()
      .regex(
        /^[\x21-\x7e]{3,200}$/u,
        'should be a web or mail address, such as https://example.org/onrecord.',
      ),
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, 'should be debug, info, warn or error.')),
});

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(Settings.shape);

/** The endpoint of a language model. */
interface ModelSettings {
  readonly apiKey: string | null;
  /** Null stands for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
}

interface DiscordSettings {
  readonly token: string;
  /** The one server to register the commands in; absent for all. */
  readonly guildId: string | undefined;
  /** Absent for Discord's own. */
  readonly apiUrl: string | undefined;
}

/** What may be fetched from the web, and what is told there. */
interface FetchSettings {
  readonly ports: readonly number[];
  /** As a URL has them: `wiki.intranet`, `10.1.2.3:8080`. */
  readonly privateHosts: readonly string[];
  readonly contact: string | null;
}

/** The settings, validated, under the names the program uses. */
export interface Config {
  readonly discord: DiscordSettings | null;
  /** Absolute path of the folder for the embedded store and the prompt's history. */
  readonly dataFolder: string;
  /** Where the store is, as `openStore` takes it: a file in the data folder, or a PostgreSQL database. */
  readonly storeLocation: string;
  /** Null when no language model is set up: answers are digests then. */
  readonly model: ModelSettings | null;
  /** Tokens that a workspace may spend in a day; absent: no limit. */
  readonly dailyTokens: number | undefined;
  /** Whether a model that is set up reads articles too, or the grammar alone does. */
  readonly extractMode: 'model' | 'grammar';
  readonly answerMode: 'prose' | 'select' | 'digest';
  readonly fetch: FetchSettings;
  readonly logLevel: LogLevel;
}

const DEFAULT_MODEL = 'gpt-4.1-mini';

/** Reads the settings from the environment. Throws ConfigError that tells every problem at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const result = Settings.safeParse(environment);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  }
  const settings = result.data;
  const { DISCORD_TOKEN: token, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = settings;
  const hasModel = apiKey !== undefined || baseUrl !== undefined;
  const dataFolder = resolve(settings.ONRECORD_DATA ?? 'data');
  return {
    discord:
      token === undefined
        ? null
        : { token, guildId: settings.DISCORD_GUILD_ID, apiUrl: settings.DISCORD_API_URL },
    dataFolder,
    storeLocation: settings.DATABASE_URL ?? join(dataFolder, 'onrecord.db'),
    model: hasModel
      ? { apiKey: apiKey ?? null, baseUrl: baseUrl ?? null, model: settings.OPENAI_MODEL ?? DEFAULT_MODEL }
      : null,
    dailyTokens: settings.OPENAI_DAILY_TOKENS,
    extractMode: settings.EXTRACT_MODE ?? 'model',
    answerMode: settings.ANSWER_MODE ?? 'prose',
    fetch: {
      ports: listOf(settings.FETCH_PORTS ?? '80,443').map(Number),
      privateHosts: listOf(settings.FETCH_PRIVATE_HOSTS ?? '').map((host) => host.toLowerCase()),
      contact: settings.FETCH_CONTACT ?? null,
    },
    logLevel: readLogLevel(environment, token === undefined ? 'warn' : 'info'),
  };
}

function listOf(written: string): readonly string[] {
  return written.split(',').flatMap((item) => item.trim() || []);
}

/** How much is logged: as it is set, else the default. A wrong value is for readConfig to tell. */
export function readLogLevel(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  byDefault: LogLevel = 'warn',
): LogLevel {
  return LOG_LEVELS.find((level) => level === environment['LOG_LEVEL']) ?? byDefault;
}

/** Takes the settings of a `.env` file in the working folder, where there is one, into the environment. */
export function loadSettingsFile(): void {
  try {
    process.loadEnvFile();
  } catch {
    // There need not be one; a setting that is wrong in it is for readConfig to tell.
  }
}
