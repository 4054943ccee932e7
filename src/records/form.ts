import { z } from 'zod';

/** A field of a form: an option of its command, with what it holds. */
const FormField = z.object({
  name: z.string(),
  /** What was typed or chosen; of a text at most one. Empty where nothing was. */
  values: z.array(z.string()),
  /** What can be chosen, at most 25; absent where it is typed, or is a channel. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Whether several can be chosen, none of them too. */
  several: z.boolean().optional(),
});
export type FormField = Readonly<z.infer<typeof FormField>>;

/** A command's form as a message offers it: its fields filled in, and what was given besides. */
export const OfferedForm = z.object({
  /** What stands on the button that opens it. */
  label: z.string(),
  /** The command that it is filled in for. */
  command: z.string(),
  /** At most five. */
  fields: z.array(FormField),
  /** Options of the command that the form does not ask for, by their names. */
  given: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type OfferedForm = Readonly<z.infer<typeof OfferedForm>>;
