import { z } from 'zod';
import { CitedSentences } from './cited-sentences.ts';
import { definePrompt } from './define-prompt.ts';

const input = z.strictObject({
  canary: z.string(),
  /** JSON of a string. */
  topic: z.string(),
  since: z.string(),
  until: z.string(),
  /** JSON of an array of {id, speaker, stance, saidOn, outlet, text}. */
  evidence: z.string(),
  /** JSON of an array of {index, rule}, or "none". */
  problems: z.string(),
});

export const writeBriefingPrompt = definePrompt('write-briefing', { input, output: CitedSentences });
