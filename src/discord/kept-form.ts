import { z } from 'zod';
import { OfferedForm } from '../records/form.ts';
import { readSavedView } from './saved-view.ts';

const KeptForm = z.object({ version: z.literal(1), kind: z.literal('form'), form: OfferedForm });

/** A form as it is kept for its button, and for what was given besides its fields. */
export function keepForm(form: OfferedForm): z.infer<typeof KeptForm> {
  return { version: 1, kind: 'form', form };
}

/** The form of what was kept: for itself, or with the list that offers it. Null where there is none. */
export function readKeptForm(payload: unknown): OfferedForm | null {
  const kept = KeptForm.safeParse(payload);
  if (kept.success) return kept.data.form;
  const saved = readSavedView(payload);
  return saved?.kind === 'listing' ? (saved.form ?? null) : null;
}
