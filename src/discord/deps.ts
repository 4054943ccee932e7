import type { Caller, Command, CommandDeps, MessageMenu } from '../../commands/command.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Attempts } from './attempts.ts';

/** What the handlers of interactions work with. */
export interface DiscordDeps {
  readonly commands: readonly Command[];
  readonly menus: readonly MessageMenu[];
  readonly depsFor: (workspace: string, caller?: Caller) => CommandDeps;
  readonly store: Pick<Store, 'saveComponentState' | 'findComponentState' | 'findQuote' | 'readSettings'>;
  readonly log: Log;
  readonly attempts: Pick<Attempts, 'take'>;
  /** The bytes of an attached file; throws InputError for one above `maxBytes`. */
  readonly fetchAttachment: (url: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** How long a person looks at nothing before a line tells what is being done. */
  readonly progressAfterMs: number;
  /** A new id for what buttons stand for: letters, digits, `-` and `_`, at most 40. */
  readonly newStateId: () => string;
}
