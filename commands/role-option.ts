import { z } from 'zod';

/** A role of a server, handed in as its id, a space and its name: `700000000000000001 Editors`. */
export const roleOption = z
  .string()
  .regex(/^\d{17,20} ./su, 'role should be a role of this server; choose it in Discord.')
  .transform((text) => ({ id: text.split(' ', 1)[0] ?? '', name: text.slice(text.indexOf(' ') + 1) }))
  .meta({ format: 'role' });
