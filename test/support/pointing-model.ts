import { z } from 'zod';
import type { Behaviour } from './model-server.ts';
import { reply } from './model-server.ts';

/** A statement as the extraction prompt asks for it; `in` is how its paragraph begins. */
export interface Pointing {
  readonly in: string;
  readonly content: readonly string[];
  readonly cue: string;
  readonly speaker?: string;
  readonly speaker_name?: string;
  readonly role?: string;
  readonly anonymous?: boolean;
  readonly stance?: string;
  readonly said_on?: string;
  readonly via?: string;
}

const Body = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const Shown = z.array(z.object({ paragraph: z.number(), text: z.string() }));

/** The paragraphs that stand in a request. */
export function shownParagraphs(body: unknown): z.output<typeof Shown> {
  const user = Body.parse(body).messages.find(({ role }) => role === 'user')?.content ?? '';
  return Shown.parse(JSON.parse(/^PARAGRAPHS = (.*)$/mu.exec(user)?.[1] ?? '[]'));
}

/** A model that points at these statements wherever it is shown their paragraph. */
export function pointAt(...pointings: readonly Pointing[]): Behaviour {
  return (request, response) => {
    const shown = shownParagraphs(request.body);
    const quotes = pointings.flatMap(({ in: beginning, ...pointing }) => {
      const paragraph = shown.find(({ text }) => text.startsWith(beginning));
      if (paragraph === undefined) return [];
      const empty = { speaker: '', speaker_name: '', role: '', anonymous: false, stance: 'claimed' };
      return [{ ...empty, said_on: '', via: '', ...pointing, paragraph: paragraph.paragraph }];
    });
    return reply({ content: JSON.stringify({ quotes }) })(request, response);
  };
}
