import { createLog } from '../../src/log.ts';
import { serveBriefings } from '../support/discord/serve-briefings.ts';

/** Briefings due in one minute, within Discord's limits, while people ask the bot; on the real client and the loopback Discord. */

const BRIEFINGS = 500;
const GUILDS = 50;
const INTERACTIONS = 300;
const OVER_MS = 12_000;

const log = createLog({
  level: 'warn',
  secrets: [],
  now: () => new Date(),
  write: (line) => process.stderr.write(`${line}\n`),
});
const result = await serveBriefings({
  briefings: BRIEFINGS,
  guilds: GUILDS,
  interactions: INTERACTIONS,
  overMs: OVER_MS,
  log,
});
const { posted, struck, tookMs, limited, violations, refusals } = result;
const messages = posted.reduce((sum, each) => sum + each.messages, 0);
const order = posted.map((_each, place) => place).toSorted((one, other) => after(one) - after(other));
const overtaken = Math.max(...order.map((place, at) => Math.abs(place - at)));
console.log(`${BRIEFINGS} briefings of ${GUILDS} servers, all due in one minute: ${messages} messages`);
console.log(
  `posted: ${posted.filter((each) => each.messages > 0).length} in ${(tookMs / 1000).toFixed(1)} s`,
);
console.log(`out of the order of time due by at most ${overtaken} places`);
console.log(
  `refused as too fast: ${limited}; ill-formed: ${violations.length}; other refusals: ${refusals.length}`,
);
tell(
  'acknowledged',
  struck.map(({ acknowledgedAfter }) => acknowledgedAfter),
);
tell(
  'answered',
  struck.map(({ answeredAfter }) => answeredAfter),
);

function after(place: number): number {
  return posted[place]?.after ?? Infinity;
}

function tell(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((left, right) => left - right);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  console.log(`${INTERACTIONS} commands ${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}
