import { z } from 'zod';

const WRONG = 'role should be a role of this server; choose it in Discord.';

interface Role {
  readonly id: string;
  readonly name: string;
}

function readRole(text: string): Role {
  const space = text.indexOf(' ');
  return { id: text.slice(0, space), name: text.slice(space + 1) };
}

/** A role of a server, handed in as its id, a space and its name: `700000000000000001 Editors`. */
export const roleOption = z
  .string()
  .regex(/^\d{17,20} ./su, WRONG)
  .transform(readRole)
  .meta({ format: 'role' });

/** What a form gives where no role is to be mentioned. */
export const NOBODY = 'nobody';

/** A role, or null for nobody. */
export const mentionOption = z
  .string()
  .regex(/^(?:nobody$|\d{17,20} .)/su, WRONG)
  .transform((text): Role | null => (text === NOBODY ? null : readRole(text)))
  .meta({ format: 'role' });
