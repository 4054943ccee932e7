import { createLog } from '../../src/log.ts';
import { markOf, serveStorm } from '../support/discord/serve-storm.ts';

/** A storm of commands: 1,000 interactions from 50 servers in 20 seconds, on the real client and the loopback Discord. */

const INTERACTIONS = 1000;
const GUILDS = 50;
const OVER_MS = 20_000;

const log = createLog({
  level: 'warn',
  secrets: [],
  now: () => new Date(),
  write: (line) => process.stderr.write(`${line}\n`),
});
const { struck, violations, refusals } = await serveStorm({
  guilds: GUILDS,
  interactions: INTERACTIONS,
  overMs: OVER_MS,
  log,
});
const own = struck.filter(({ guildId, shown }) => shown.includes(markOf(guildId))).length;
console.log(`${INTERACTIONS} interactions from ${GUILDS} servers in ${OVER_MS / 1000} s`);
console.log(`answered from their own articles: ${own}; refused by Discord: ${refusals.length}`);
console.log(`ill-formed: ${violations.length}`);
tell(
  'acknowledged',
  struck.map(({ acknowledgedAfter }) => acknowledgedAfter),
);
tell(
  'answered',
  struck.map(({ answeredAfter }) => answeredAfter),
);

function tell(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((left, right) => left - right);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}
