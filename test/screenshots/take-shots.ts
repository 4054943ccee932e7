import assert from 'node:assert/strict';
import { COMMANDS } from '../../commands/index.ts';
import { parseLine } from '../../commands/line.ts';
import { tellEvidence } from '../../src/answer/tell-evidence.ts';
import { openServices, type Services } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { View } from '../../src/records/view.ts';
import type { CardAction } from '../../src/view/card.ts';
import { createRender } from '../../src/view/briefing-messages.ts';
import { renderDiscord, type Audience } from '../../src/view/discord.ts';
import { watchMessage } from '../../src/view/watch-messages.ts';
import { wordsIn } from '../../src/words/words.ts';
import { draftBriefing } from '../support/briefing-records.ts';
import { composeArticle } from '../support/store-articles.ts';
import type { Shot } from './draw-message.ts';

/** A message worth a picture, and what it is, for who does not see it. */
export interface NamedShot extends Shot {
  readonly name: string;
  readonly about: string;
}

const DESK = 'desk';
const SLOT = '2025-03-22T07:30:00.000Z';
const customId = ({ kind }: CardAction): string => kind;

/** Ids are drawn anew each time; a picture is to stay the same. */
const ID = /\b([a-z])(\\*)_[a-z2-7]{16}\b/gu;
const settle = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(ID, '$1$2_mfzwk2djonygk3tb'));

/** Every kind of card, of the sample articles, as Discord is sent it. */
export async function takeShots(): Promise<readonly NamedShot[]> {
  const log = createLog({
    level: 'error',
    secrets: [],
    now: () => new Date(0),
    write: (line) => assert.fail(line),
  });
  const services = await openServices({ config: readConfig({}), location: ':memory:', log });
  try {
    await services.loadSamples(DESK);
    return await shoot(services);
  } finally {
    await services.close();
  }
}

async function shoot(services: Services): Promise<readonly NamedShot[]> {
  const deps = services.depsFor(DESK, { asker: { userId: '200000000000000001', isPublic: false } });
  const run = async (line: string, workspace = deps): Promise<View> => {
    const { command, options } = await parseLine(line, COMMANDS, () => assert.fail('no file'));
    return command.run(options, workspace);
  };
  const shot = (
    name: string,
    about: string,
    view: View,
    audience: Audience = { canShare: true },
  ): NamedShot => {
    const { components, files } = renderDiscord(view, 1, customId, audience).payload;
    return { name, about, body: settle({ components }), picture: pictureOf(files?.[0]?.attachment) };
  };
  const denied = await run('/who-denied missile transfer');
  assert(denied.kind === 'answer');
  const quotes = denied.answer.groups.flatMap((group) => group.quotes);
  const [first] = quotes;
  assert(first !== undefined);
  const passage = await deps.findPassage(first.id);
  const { articles } = await deps.listArticles(null);
  assert(passage !== null);
  const evidence: View = { kind: 'report', report: tellEvidence(denied.answer, wordsIn('en')) };
  return [
    shot('who-denied', 'an answer: who denied it, each with the words and the source', denied),
    shot('evidence', 'the quotes that back an answer', evidence),
    shot('context', 'the passage a quote stands in', { kind: 'passage', passage }),
    shot('timeline', 'a timeline with its picture', await run('/timeline missile transfer')),
    shot(
      'position',
      'what one speaker said over time',
      await run('/position Oskar Velt topic:missile transfer'),
    ),
    shot(
      'contradictions',
      'pairs of statements that conflict',
      await run('/contradictions topic:missile transfer'),
    ),
    shot('silent', 'who was asked and has no reply on record', await run('/silent missile transfer')),
    { name: 'briefing', about: 'a briefing in a channel', ...(await shootBriefing(services)) },
    {
      name: 'watch',
      about: 'a watch that tells of a new quote',
      body: settle(watchMessage('missile transfer, denied', passage).body),
      picture: null,
    },
    shot('article-list', 'the articles on file', await run('/article list')),
    shot(
      'article-forget',
      'a question before something is deleted',
      await run(`/article forget id:${articles[0]?.id}`),
      {},
    ),
    shot('which', 'two speakers of one name', await askAboutNamesakes(services)),
    shot(
      'problem',
      'what could not be used, with a button that opens the form again',
      {
        kind: 'problem',
        message: 'zone should be a time zone such as Europe/Berlin.',
        form: { label: 'Edit', command: 'briefing create', fields: [], given: {} },
      },
      {},
    ),
  ];
}

async function shootBriefing({ composeBriefing }: Services): Promise<Shot> {
  const briefing = {
    ...draftBriefing('Morning brief', {
      wanted: { topics: ['missile transfer'], stances: [], speakers: [], outlets: [] },
    }),
    id: 'b_morning',
  };
  const period = {
    after: 0,
    upTo: 1_000_000,
    since: '2025-03-19T07:30:00.000Z',
    until: SLOT,
    caughtUpFrom: null,
  };
  const composed = await composeBriefing(DESK, briefing, period, { withoutModel: true });
  const [message] = createRender(customId)(briefing, composed, { slot: SLOT });
  return { body: settle(message?.body), picture: null };
}

/** An archive of its own, in which two people bear one name. */
async function askAboutNamesakes(services: Services): Promise<View> {
  const roles = ['Harbour Minister', 'striker of Ullen United'];
  for (const role of roles) {
    const { article, quotes } = composeArticle({
      outlet: 'Harbour News Agency',
      publishedAt: '2025-03-04',
      statements: [
        {
          content: `The new quay is no loss to us, as any ${role} will tell you.`,
          speaker: 'Ida Voss',
          role,
          stance: 'denied',
        },
      ],
    });
    await services.store.saveArticle('namesakes', article, quotes);
  }
  const deps = services.depsFor('namesakes');
  return { kind: 'answer', answer: await deps.ask({ topic: 'quay', stance: 'denied', speaker: 'Voss' }) };
}

/** A PNG tells its size in its first bytes: https://www.w3.org/TR/png-3/#11IHDR. */
function pictureOf(png: Buffer | undefined): Shot['picture'] {
  return png === undefined ? null : { png, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
