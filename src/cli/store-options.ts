import { InputError } from '../errors.ts';
import type { Typed, VerbOption } from './verb.ts';

/** The workspace of the terminal: what `npm start` without Discord reads and fills. */
export const LOCAL_WORKSPACE = 'local';

/** The options of every verb that works on the store. */
export const STORE_OPTIONS: readonly VerbOption[] = [
  { name: 'workspace', value: 'NAME', help: `whose articles, default ${LOCAL_WORKSPACE}` },
  { name: 'db', value: 'PATH_OR_URL', help: 'the store, default the one of the settings' },
];

/** Where a verb that was typed with STORE_OPTIONS works; `location` is null for the configured store. */
export function readStoreOptions(typed: Typed): { workspace: string; location: string | null } {
  const workspace = typed.text('workspace') ?? LOCAL_WORKSPACE;
  if (!/^[\p{L}\p{N}.:_-]{1,64}$/u.test(workspace)) {
    throw new InputError('Name the workspace with up to 64 letters, digits and . : _ - marks.');
  }
  const location = typed.text('db') ?? null;
  if (
    location !== null &&
    /^[a-z][a-z0-9+.-]*:\/\//iu.test(location) &&
    !/^postgres(?:ql)?:/u.test(location)
  ) {
    throw new InputError(
      'Name the store by the path of its file, or as postgres://user:password@host/database.',
    );
  }
  return { workspace, location };
}
