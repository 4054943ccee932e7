import type { Socket } from 'node:net';
import type { Route } from '../web-server.ts';

/** What must come of an address: a text that holds these words, or one sentence that does; or either, within limits. */
export type Expected =
  | { readonly read: string }
  | { readonly refused: string }
  | { readonly readOrRefused: true };

/** One address of a web that means harm, or does not know better. */
export interface HostileCase {
  readonly name: string;
  /** As a person types it; PORT stands for the port of the site. Left out: the path of the case on its own host. */
  readonly address?: string;
  /** How the site answers it. */
  readonly route?: Route;
  /** The same where it speaks no proper HTTP. */
  readonly raw?: (socket: Socket) => void;
  /** Left out: the site has no robots.txt. */
  readonly robots?: Route;
  /** Read by a fetcher with little time: it would take all there is. */
  readonly endless?: true;
  readonly expected: Expected;
}

/** The host that stands for a case; it may be reached although it lies on loopback. */
export const hostOf = (index: number): string => `case-${index}.test`;

export const refused = (words: string): Expected => ({ refused: words });
export const read = (words: string): Expected => ({ read: words });
export const readOrRefused: Expected = { readOrRefused: true };
