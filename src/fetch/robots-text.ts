import { ROBOT } from './user-agent.ts';

/** The largest robots.txt that is read, in characters: what RFC 9309 asks for. */
export const MAX_ROBOTS_LENGTH = 512_000;

/** Steps that matching one path may take: patterns are tried letter by letter against every letter of the path. */
const MAX_STEPS = 100_000_000;

/**
 * A robots.txt with what concerns others struck out. The parser copies every rule for every robot named above it, so
 * thousands of names over thousands of rules would fill the memory: here they become one.
 */
export function ourRules(text: string, pathLength: number): string {
  const length = Math.min(MAX_ROBOTS_LENGTH, Math.floor(MAX_STEPS / Math.max(1, pathLength)));
  const kept: string[] = [];
  let named = new Set<string>();
  for (const line of text.slice(0, length).split(/\r\n?|\n/u)) {
    const robot = /^\s*user-agent\s*:\s*(?<name>[^#/]*)/iu.exec(line)?.groups?.['name'];
    if (robot === undefined) {
      if (/^\s*[a-z-]+\s*:/iu.test(line)) named = new Set();
      kept.push(line);
    } else {
      const name = [ROBOT.toLowerCase(), '*'].find((ours) => ours === robot.trim().toLowerCase()) ?? 'others';
      if (!named.has(name)) kept.push(`user-agent: ${name}`);
      named.add(name);
    }
  }
  return kept.join('\n');
}
