import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRender } from '../../../src/view/briefing-messages.ts';
import { openDesk, type BriefingDesk } from '../../support/briefing-desk.ts';
import { readMessage } from '../../support/read-message.ts';
import type { StatementSketch } from '../../support/store-articles.ts';

const SUNDAY = '2026-11-22T06:30:00.000Z';
const MONDAY = '2026-11-23T06:30:00.000Z';
const TUESDAY = '2026-11-24T06:30:00.000Z';
const URL = 'https://post.example/ferries';

const DENIAL: StatementSketch = {
  speaker: 'Mara Lindqvist',
  role: 'harbour master',
  content: 'We did not sell a single ferry to anybody',
  stance: 'denied',
  claim: 'A sale of ferries was reported',
  saidOn: ['2026-11-22', '2026-11-22'],
};
const REFUSAL: StatementSketch = {
  speaker: 'Oskar Brandt',
  content: 'I have nothing to say on any ferry today',
  stance: 'declined',
};
const WARNING: StatementSketch = {
  speaker: 'Lena Eke',
  content: 'Without the ferries the island will empty before the spring',
  stance: 'warned',
};
const ADMISSION: StatementSketch = {
  ...DENIAL,
  content: 'Both ferries were sold last summer, and I signed for it',
  stance: 'confirmed',
  saidOn: ['2026-11-23', '2026-11-23'],
};

const render = createRender(() => 'x');

/** The messages as somebody reads them; ids differ from run to run. */
const read = async (desk: BriefingDesk, slot: string): Promise<readonly (readonly string[])[]> => {
  const composed = await desk.deliver();
  const briefing = { name: 'Harbour brief', mentionRole: null, timetable: { zone: 'Europe/Oslo' } };
  return render(briefing, composed, { slot }).map(({ body }) =>
    readMessage(body).map((line) => line.replaceAll(/q_[a-z2-7]{16}/g, 'q_ID')),
  );
};

describe('A briefing as it is read', () => {
  let desk: BriefingDesk;
  beforeEach(async () => {
    desk = await openDesk(SUNDAY, { wanted: { topics: ['ferry'] } });
    await desk.save({
      outlet: 'Harbour Post',
      url: URL,
      publishedAt: '2026-11-22',
      statements: [DENIAL, REFUSAL, WARNING],
    });
    await desk.save({
      outlet: 'Cape Wire',
      title: 'Wire',
      publishedAt: '2026-11-23',
      statements: [{ ...DENIAL, claim: 'The wire asked about a ferry' }],
    });
    desk.at(MONDAY);
  });
  afterEach(() => desk.close());

  it('on a busy day', async () => {
    expect(await read(desk, MONDAY)).toEqual([
      [
        '### Harbour brief',
        '**since Sunday 07:30 (Europe/Oslo)**',
        '3 statements in 2 articles of 2 outlets: 1 denial, 1 refusal to confirm, 1 warning.',
        '**Denials on “ferry”**',
        '**1. Mara Lindqvist**, harbour master, denied, in 2 outlets',
        '“We did not sell a single ferry to anybody”',
        '-# said on Sunday 22 November 2026 · [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · also in Cape Wire · q_ID',
        '**Refusals to confirm on “ferry”**',
        '**2. Oskar Brandt**, declined to confirm',
        '“I have nothing to say on any ferry today”',
        '-# [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · q_ID',
        '**Warnings on “ferry”**',
        '**3. Lena Eke**, warned',
        '“Without the ferries the island will empty before the spring”',
        '-# [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · q_ID',
        '-# Harbour brief · Mon 23 Nov 2026 07:30',
      ],
    ]);
  });

  it('on a quiet day', async () => {
    await desk.deliver();
    desk.at(TUESDAY);
    expect(await read(desk, TUESDAY)).toEqual([
      [
        '### Harbour brief',
        '**since Monday 07:30 (Europe/Oslo)**',
        'Nothing new is on the record on “ferry” for this period.',
        '-# Harbour brief · Tue 24 Nov 2026 07:30',
      ],
    ]);
  });

  it('with a correction', async () => {
    await desk.deliver();
    desk.at('2026-11-23T10:00:00.000Z');
    await desk.save({
      outlet: 'Harbour Post',
      url: URL,
      publishedAt: '2026-11-22',
      statements: [
        { ...DENIAL, content: 'We did not sell a single ferry to anybody abroad' },
        REFUSAL,
        WARNING,
      ],
    });
    desk.at(TUESDAY);
    expect(await read(desk, TUESDAY)).toEqual([
      [
        '### Harbour brief',
        '**since Monday 07:30 (Europe/Oslo)**',
        'Nothing new is on the record on “ferry” for this period.',
        '1 correction of what was told here.',
        '**Corrected since it was told here**',
        '**1. Mara Lindqvist**, harbour master, denied',
        '*Told here before; changed in a later revision of the article, on 23 November 2026.*',
        '“We did not sell a single ferry to anybody”',
        '-# said on Sunday 22 November 2026 · [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · q_ID',
        '**2. Mara Lindqvist**, harbour master, denied',
        '*What the article has in its place now.*',
        '“We did not sell a single ferry to anybody abroad”',
        '-# said on Sunday 22 November 2026 · [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · q_ID',
        '-# Harbour brief · Tue 24 Nov 2026 07:30',
      ],
    ]);
  });

  it('with a reversal', async () => {
    await desk.deliver();
    await desk.save({
      outlet: 'Fjord Post',
      title: 'Late',
      publishedAt: '2026-11-23',
      statements: [ADMISSION],
    });
    desk.at(TUESDAY);
    expect(await read(desk, TUESDAY)).toEqual([
      [
        '### Harbour brief',
        '**since Monday 07:30 (Europe/Oslo)**',
        '1 statement in 1 article of 1 outlet: 1 confirmation.',
        '**Changed position on “ferry”**',
        '**1. Mara Lindqvist**, harbour master, confirmed',
        '*Changed position: denied it on 22 November 2026.*',
        '“Both ferries were sold last summer, and I signed for it”',
        '-# said on Monday 23 November 2026 · Fjord Post · published Monday 23 November 2026 · q_ID',
        '**2. Mara Lindqvist**, harbour master, denied, in 2 outlets',
        '*What they said before.*',
        '“We did not sell a single ferry to anybody”',
        '-# said on Sunday 22 November 2026 · [Harbour Post](https://post.example/ferries) · published Sunday 22 November 2026 · also in Cape Wire · q_ID',
        '-# Harbour brief · Tue 24 Nov 2026 07:30',
      ],
    ]);
  });
});
