import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';

/** Deletes a briefing with its history, once the person has said so again. */
export const briefingDelete = {
  name: 'briefing delete',
  description: 'Delete a briefing with its history; asks once more before it does',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'managers',
  visibility: 'only-you',
  example: '/briefing delete Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    return {
      kind: 'confirmation',
      confirmation: {
        title: `Delete the briefing ${briefing.name}?`,
        told: ['It is posted no more, and its history goes with it. What it posted stays in the channel.'],
        label: 'Delete it',
        line: `/briefing delete ${briefing.name}`,
        task: { kind: 'delete-briefing', briefingId: briefing.id, name: briefing.name },
      },
    };
  },
} as const satisfies Command<typeof namedBriefing>;
