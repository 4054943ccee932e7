import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefingPost } from '../../src/records/view.ts';
import { createRender, forumTitle } from '../../src/view/briefing-messages.ts';
import { componentsOf, flattenComponents } from '../support/discord/message-rules.ts';
import { validateMessage } from '../support/discord/validate.ts';
import { arbitraryPost } from '../support/records/arbitrary-view.ts';
import { longestViews } from '../support/records/longest-views.ts';
import { writeCustomId } from '../../src/discord/custom-id.ts';

const render = createRender((action) => writeCustomId('', action));
const messagesOf = ({ name, zone, slot, composed, mentionRole, language = 'en' }: BriefingPost) =>
  render(
    { name, mentionRole: mentionRole && { ...mentionRole, name: 'desk' }, timetable: { zone }, language },
    composed,
    { slot },
  ).map(({ body }) => body);
const textsOf = (body: unknown): readonly string[] =>
  flattenComponents(componentsOf(body)).flatMap(({ content }) => content ?? []);

const RUNS = { numRuns: 60, endOnFailure: true };

/** Markdown with every escaped sign, link to an article and time of Discord's own taken out. */
function active(markdown: string): string {
  return markdown
    .replaceAll(/\\[^0-9A-Za-z\s]/g, '')
    .replaceAll(/\]\(https:\/\/[^()\s<>*_~|`\\]*\)/g, '')
    .replaceAll(/<t:\d+:f>/g, '');
}

describe('The messages of any briefing', () => {
  it('are such as Discord accepts, be their parts as long as they like', () => {
    const longest = ['word', 'x'.repeat(90), '****', '日本語'].flatMap((word) =>
      longestViews(word).flatMap((view) => (view.kind === 'briefing' ? [view.post] : [])),
    );
    for (const post of longest) {
      for (const body of messagesOf(post)) {
        expect(validateMessage(withRolesApart(body), 'MessageCreateRequest')).toEqual([]);
      }
    }
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        for (const body of messagesOf(post)) {
          expect(validateMessage(withRolesApart(body), 'MessageCreateRequest')).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('mention the chosen role alone, in the first of them alone, and link nowhere but to articles', () => {
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        const role = /^\d+$/.test(post.mentionRole?.id ?? '') ? (post.mentionRole?.id ?? null) : null;
        messagesOf(post).forEach((body, index) => {
          const expected = index === 0 && role !== null ? { parse: [], roles: [role] } : { parse: [] };
          expect(body.allowed_mentions).toEqual(expected);
          const [first = '', ...rest] = textsOf(body);
          const own = expected.roles === undefined ? [first, ...rest] : rest;
          expect(first === `<@&${role}>`).toBe(expected.roles !== undefined);
          expect(active(own.join('\n'))).not.toMatch(/[<>@`|~_/]|:\/|\]\(/);
        });
      }),
      RUNS,
    );
  });

  it('hold every entry once, whole and in order, and are numbered where they are several', () => {
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        const messages = messagesOf(post);
        const quotes = post.composed.report.parts.flatMap(({ entries }) =>
          entries.filter(({ kind }) => kind === 'quote'),
        );
        const told = messages.flatMap((body) =>
          textsOf(body).flatMap((text) =>
            [...text.matchAll(/^\*\*(\d+)\. /gm)].map(([, digits]) => Number(digits)),
          ),
        );
        expect(told).toEqual(quotes.map((_, index) => index + 1));
        messages.forEach((body, index) => {
          const last = textsOf(body).at(-1)?.split('\n').at(-1) ?? '';
          expect(last.includes(`${index + 1}\\/${messages.length}`)).toBe(messages.length > 1);
        });
      }),
      RUNS,
    );
  });

  it('go below a forum’s title of at most 100 characters, which is never empty', () => {
    fc.assert(
      fc.property(arbitraryPost, ({ name, zone, slot }) => {
        const title = forumTitle({ name, mentionRole: null, timetable: { zone } }, slot);
        expect(title.length).toBeLessThanOrEqual(100);
        expect(title).toMatch(/^\S.* – \w{3} \d{1,2} \w{3} \d{4}$/u);
        expect(title.isWellFormed()).toBe(true);
      }),
      RUNS,
    );
  });
});

/** The rule for messages of ours knows no role. */
function withRolesApart<Body extends { readonly allowed_mentions: object }>(body: Body): Body {
  return { ...body, allowed_mentions: { parse: [] } };
}
