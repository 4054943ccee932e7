import { describe, expect, it } from 'vitest';
import type { CommandDeps, Submission } from '../../../commands/command.ts';
import { articleShow } from '../../../commands/article-show.ts';
import { COMMANDS } from '../../../commands/index.ts';
import { parseLine } from '../../../commands/line.ts';
import { optionsOf } from '../../../commands/options.ts';
import { DEFAULT_SETTINGS } from '../../../src/records/settings.ts';
import { InputError } from '../../../src/errors.ts';
import { readFeed } from '../../../src/article/feed/read-feed.ts';
import { newSubscription } from '../../../src/ingest/follow-feed.ts';
import type { Article } from '../../../src/records/article.ts';
import type { Answer, Question } from '../../../src/records/answer.ts';
import { draftBriefing, draftDelivery } from '../../support/briefing-records.ts';
import { draftWatch } from '../../support/watch-records.ts';
import { commandDeps } from '../../support/command-deps.ts';
import { storedQuote, tarnArticle } from '../../support/records/answers.ts';

const ARTICLE: Article = {
  id: 'a1',
  title: 'Rain',
  outlet: 'Post',
  byline: null,
  publishedAt: '2025-07-01',
  modifiedAt: null,
  language: 'en',
  url: null,
  text: 'It rained, she said.',
  contentHash: 'hash',
  storedAt: '2025-07-01T08:00:00.000Z',
};

const FEED = {
  ...newSubscription(
    { url: 'https://harbour.example/feed', title: 'Harbour', site: null },
    { filters: { only: ['pact'], except: [] }, quietHours: 24 },
    new Date('2025-07-01T08:00:00Z'),
  ),
  id: 'f_aaaaaaaaaaaaaaaa',
  failures: 2,
  lastError: 'It gives nothing.',
};

const BRIEFING = { ...draftBriefing('Morning'), id: 'b_aaaaaaaaaaaaaaaa' };
const DELIVERY = { ...draftDelivery(BRIEFING.id, '2031-03-02T06:30:00.000Z'), id: 'd_aaaaaaaaaaaaaaaa' };

function recordingDeps(): { deps: CommandDeps; submitted: Submission[] } {
  const submitted: Submission[] = [];
  const answer = (question: Question): Answer => ({
    question,
    mode: 'digest',
    notice: null,
    sentences: [],
    groups: [],
    total: 0,
    notShown: 0,
  });
  const deps = commandDeps({
    listArticles: () =>
      Promise.resolve({
        articles: [
          {
            id: 'a1',
            title: 'Rain',
            outlet: 'Post',
            publishedAt: null,
            storedAt: '2025-07-01T08:00:00.000Z',
            quotes: 2,
          },
        ],
        total: 3,
      }),
    findArticle: (articleId) =>
      Promise.resolve(articleId === 'a0' ? null : { article: ARTICLE, quotes: [], problem: null }),
    previewForgetting: (articleId) =>
      Promise.resolve(
        articleId === 'a0'
          ? null
          : { articleId, title: 'Rain', outlet: 'Post', quotes: 2, revisions: articleId === 'a2' ? 3 : 1 },
      ),
    measureCorpus: () => Promise.resolve({ articles: 1, quotes: 2, outlets: 1 }),
    countWaiting: () => Promise.resolve(0),
    feeds: {
      follow: async () => ({ feed: FEED, isNew: true, entries: 3, others: [] }),
      find: async (url) => ({
        url,
        feed: readFeed({ bytes: Buffer.from('<rss/>'), address: null }),
        others: [],
      }),
      list: async () => [FEED],
      pause: async () => FEED,
      resume: async () => FEED,
      remove: async () => FEED,
      importList: async () => ({ added: 1, known: 0 }),
      exportList: async () => '<opml version="2.0"/>',
    },
    briefings: {
      here: { channelId: '1', name: 'desk', kind: 'text', tags: [] },
      findForum: () => null,
      callerId: '7',
      create: async (draft) => ({ ...BRIEFING, ...draft }),
      list: async () => [BRIEFING],
      find: async () => BRIEFING,
      change: async (briefing, changes) => ({ ...briefing, ...changes }),
      remove: async () => true,
      preview: async () => ({
        report: { title: 'Morning', filters: [], told: [], parts: [], notShown: 0 },
        sentences: [],
        notice: null,
        isQuiet: true,
        told: [],
        corrected: [],
        picture: null,
      }),
      run: async () => DELIVERY,
      history: async () => [DELIVERY],
    },
    watches: {
      direct: { channelId: '7', name: 'direct messages', kind: 'direct-message', tags: [] },
      mayTellChannels: true,
      add: async (request) => ({ ...draftWatch(request), id: 'w_aaaaaaaaaaaaaaaa' }),
      list: async () => [{ ...draftWatch(), id: 'w_aaaaaaaaaaaaaaaa' }],
      remove: async () => ({ ...draftWatch(), id: 'w_aaaaaaaaaaaaaaaa' }),
    },
    listModelRuns: () => Promise.resolve([]),
    changeSettings: (changes) => Promise.resolve({ ...DEFAULT_SETTINGS, ...changes }),
    ask: (question) => Promise.resolve(answer(question)),
    askInWords: (topic) => Promise.resolve(answer({ topic, stance: null })),
    findPassage: (id) => Promise.resolve({ quote: storedQuote(id, 'x'), article: tarnArticle, span: [0, 9] }),
    report: (title) => Promise.resolve({ title, filters: [], told: [], parts: [], notShown: 0 }),
    ingest: (submission) => {
      submitted.push(submission);
      return Promise.resolve({
        articleId: 'a1',
        status: 'stored',
        title: submission.title ?? null,
        quotes: 2,
      });
    },
  });
  return { deps, submitted };
}

async function run(line: string, file = new File(['It rained, she said.'], 'article.txt')) {
  const { deps, submitted } = recordingDeps();
  const call = await parseLine(line, COMMANDS, () => Promise.resolve(file));
  return { view: await call.command.run(call.options, deps), submitted };
}

describe('every command', () => {
  it.each(COMMANDS.map((command) => [command.example, command] as const))(
    'runs its example %s',
    async (line) => {
      const { view } = await run(line);
      expect(view.kind).toMatch(/^(answer|report|passage|ingested|listing|confirmation|briefing|file)$/);
    },
  );

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '/%s tells each option and suggests only for options it has',
    (_name, command) => {
      const names = optionsOf(command).map((option) => option.name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(command.suggest ?? {})));
      expect([undefined, ...names]).toContain(command.form);
    },
  );
});

describe('the questions', () => {
  it.each([
    ['/who-denied missiles', 'denied'],
    ['/who-confirmed missiles', 'confirmed'],
    ['/who-declined missiles', 'declined'],
    ['/who-said missiles', null],
    ['/who-said missiles stance:warned', 'warned'],
  ])('%s asks for %s', async (line, stance) => {
    const { view } = await run(`${line} speaker:Kirby outlet:Post since:2024-09-01 until:2024-09-30`);
    expect(view).toMatchObject({
      answer: {
        question: {
          topic: 'missiles',
          stance,
          speaker: 'Kirby',
          outlet: 'Post',
          since: '2024-09-01',
          until: '2024-09-30',
        },
      },
    });
  });

  it('take days in words, and tell how they were understood', async () => {
    const { view } = await run('/who-denied missiles since:last Monday until:yesterday');
    expect(view).toMatchObject({
      answer: {
        question: {
          since: '2025-06-30',
          until: '2025-07-01',
          understood: 'Understood “last Monday” as 30 June 2025 and “yesterday” as 1 July 2025.',
        },
      },
    });
  });

  it.each([
    ['unnamed', ['second-hand']],
    ['second-hand', ['unnamed']],
    ['neither', ['unnamed', 'second-hand']],
    ['everything', undefined],
  ])('leave out the sources that include:%s does not name', async (include, leaveOut) => {
    const { view } = await run(`/who-denied missiles include:${include}`);
    expect(view.kind === 'answer' ? view.answer.question.leaveOut : null).toEqual(leaveOut);
  });

  it('refuse a period that ends before it starts', async () => {
    await expect(run('/who-denied missiles since:2024-09-02 until:2024-09-01')).rejects.toThrow(InputError);
  });
});

describe('/ingest', () => {
  it('hands in the bytes of a file under its name', async () => {
    const { submitted } = await run('/ingest file:article.txt title:Rain outlet:Post published:2024-09-10');
    expect(submitted).toEqual([
      {
        bytes: new TextEncoder().encode('It rained, she said.'),
        fileName: 'article.txt',
        title: 'Rain',
        outlet: 'Post',
        published: '2024-09-10',
      },
    ]);
  });

  it('hands in pasted text', async () => {
    const { submitted } = await run('/ingest It rained, she said.');
    expect(submitted).toEqual([{ bytes: new TextEncoder().encode('It rained, she said.'), fileName: null }]);
  });

  it('has the page fetched where it got its address alone', async () => {
    const { submitted } = await run('/ingest url:https://harbour.example/rain outlet:Post');
    expect(submitted).toEqual([
      { bytes: null, fileName: null, url: 'https://harbour.example/rain', outlet: 'Post' },
    ]);
  });

  it('takes a pasted address for one', async () => {
    const { submitted } = await run('/ingest https://harbour.example/rain');
    expect(submitted).toEqual([{ bytes: null, fileName: null, url: 'https://harbour.example/rain' }]);
  });

  it('takes the address of a file for what it is', async () => {
    const { submitted } = await run('/ingest file:article.txt url:https://harbour.example/rain');
    expect(submitted).toMatchObject([{ fileName: 'article.txt', url: 'https://harbour.example/rain' }]);
  });

  it('asks for an address, a file or text when it got none', async () => {
    await expect(run('/ingest outlet:Post')).rejects.toThrow(
      'Give the address of the article, attach it as a file, or paste its text.',
    );
  });

  it('refuses a file above 10 MB', async () => {
    const large = new File([new Uint8Array(10_000_001)], 'large.txt');
    await expect(run('/ingest file:large.txt', large)).rejects.toThrow('file should be at most 10 MB large.');
  });
});

describe('the archive', () => {
  it('tells the articles on file, and how many are not listed', async () => {
    const { view } = await run('/article list title:rain');
    expect(view).toMatchObject({
      listing: {
        items: [{ name: 'Rain', facts: ['Post · stored 2025-07-01 · 2 quotes', 'id a1'] }],
        note: '3 in all; 2 older ones are not listed. /article show tells more of one.',
      },
    });
  });

  it('tells why an article is only a teaser, whose word it is, and what was not read', async () => {
    const teaser = 'The page lies behind a paywall.';
    const article = { ...ARTICLE, teaser, toldBy: 'feeds.example' };
    const findArticle = async () => ({ article, quotes: [], problem: 'It is too long.' });
    const view = await articleShow.run({ id: 'a1' }, commandDeps({ findArticle }));
    const note = expect.stringMatching(
      /could not be read: The page lies.*Told by a feed of feeds\.example.*too long/u,
    );
    expect(view).toMatchObject({ listing: { note } });
  });

  it('says what to do where an article is not on file', async () => {
    await expect(run('/article show id:a0')).rejects.toThrow('No article has the id a0.');
  });

  it('names a command of two words that is mistyped', async () => {
    await expect(run('/article shwo id:a1')).rejects.toThrow('Did you mean /article show?');
  });
});

describe('/help', () => {
  it('tells every command with its example', async () => {
    const { view } = await run('/help');
    const told = COMMANDS.filter(({ name }) => name !== 'help').map(({ name }) => `/${name}`);
    expect(view.kind === 'listing' ? view.listing.items.map(({ name }) => name) : []).toEqual(told);
  });

  it('tells the options of one command', async () => {
    const { view } = await run('/help article list');
    expect(view).toMatchObject({
      listing: {
        items: [{ facts: ['Example: /article list title:missile', '[title]: Words of the headline'] }],
      },
    });
  });
});

describe('the feeds', () => {
  it.each(['/feed list', '/feed health', '/feed pause feed:f_aaaaaaaaaaaaaaaa'])(
    '%s tells how a feed fares',
    async (line) => {
      const { view } = await run(line);
      expect(view).toMatchObject({
        listing: {
          items: [
            {
              name: 'Harbour',
              facts: [
                'https://harbour.example/feed · id f_aaaaaaaaaaaaaaaa',
                'failing, 2 times in a row · only pact · 0 articles',
                'last read never · next try 2025-07-01 08:00 UTC',
                'It gives nothing.',
              ],
            },
          ],
        },
      });
    },
  );

  it('/feed add wants a web address', async () => {
    await expect(run('/feed add url:harbour')).rejects.toThrow(/web address/u);
  });
});

describe('/article forget', () => {
  it('names the article and what goes with it, and says that it is for good', async () => {
    const told = async (id: string) => {
      const { view } = await run(`/article forget ${id}`);
      return view.kind === 'confirmation' ? view.confirmation : null;
    };
    expect(await told('a1')).toMatchObject({
      title: 'Forget “Rain” (Post)?',
      told: ['2 quotes found in it go with it.', expect.any(String), 'This can not be undone.'],
      line: 'onrecord article forget a1',
    });
    expect((await told('a2'))?.told[0]).toBe('2 quotes found in it and 2 former revisions of it go with it.');
    await expect(run('/article forget a0')).rejects.toThrow('No article has the id a0.');
  });
});

describe('/status', () => {
  it('tells what needs somebody: a model that rests, feeds that fail, briefings that are stopped', async () => {
    const { deps } = recordingDeps();
    const stopped = { ...BRIEFING, state: 'blocked', problem: 'The channel is gone.' } as const;
    const view = await parseLine('/status', COMMANDS, () => Promise.reject(new Error())).then(
      ({ command, options }) =>
        command.run(options, {
          ...deps,
          model: 'small-model',
          isModelResting: () => true,
          connection: { heartbeatMs: 45, upMs: 3 * 60 * 60_000 },
          briefings: { ...deps.briefings, list: async () => [BRIEFING, stopped] },
        }),
    );
    const told = JSON.stringify(view);
    expect(told).toContain('left alone for a while');
    expect(told).toContain('Connected for 3 hours; a heartbeat takes 45 ms.');
    expect(told).toContain('1 feed followed, 1 failing');
    expect(told).toContain('2 briefings');
    expect(told).toContain('Stopped: Morning');
  });
});
