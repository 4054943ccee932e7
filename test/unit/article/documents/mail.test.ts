import { describe, expect, it } from 'vitest';
import { readZonedDate } from '../../../../src/article/zoned-date.ts';
import { readAnyArticle } from '../../../../src/article/documents/read-any-article.ts';

const HEAD = [
  'Received: from mail.harbour.example by mx.example; Tue, 4 Mar 2031 09:00:00 +0000',
  'From: =?utf-8?q?Ana_R=C3=B8e?= <ana@harbour.example>',
  'Subject: Fwd: =?utf-8?q?Old_pier_=E2=80=93_closed?=',
  'Date: Tue, 4 Mar 2031 10:15:00 +0200 (EET)',
  'Message-ID: <1@harbour.example>',
];

const mail = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const read = async (lines: readonly string[], fileName: string | null = 'pier.eml') =>
  readAnyArticle({ bytes: mail(lines), fileName, overrides: {} });

const PLAIN = [
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
];

describe('a mail', () => {
  it('gives subject, sender, the date with its zone, and its text', async () => {
    expect(await read([...HEAD, ...PLAIN, '=93No one,=94 said Ana R=F8e=', ' on Monday.'])).toMatchObject({
      title: 'Old pier – closed',
      byline: 'Ana Røe',
      outlet: null,
      publishedAt: '2031-03-04T10:15:00+02:00',
      text: expect.stringContaining('said Ana Røe on Monday.'),
    });
  });

  it('gives its HTML text where it has both', async () => {
    const part = (type: string, body: string): string[] => [
      '--b',
      `Content-Type: text/${type}; charset=utf-8`,
      '',
      body,
    ];
    const { text } = await read([
      ...HEAD,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      ...part('plain', 'See the page.'),
      ...part('html', '<style>p {}</style><p>“No,” said Ana Roe.</p><p>Ferries go.</p>'),
      '--b--',
    ]);
    expect(text).toBe('“No,” said Ana Roe.\n\nFerries go.');
  });

  it('to subscribers has its sender as the outlet', async () => {
    const draft = await read([...HEAD, 'List-Unsubscribe: <https://harbour.example/u>', ...PLAIN, 'No.']);
    expect(draft).toMatchObject({ outlet: 'Ana Røe', byline: null });
  });

  it('is known by its first lines, but text is not one', async () => {
    expect(await read([...HEAD, ...PLAIN, 'No.'], null)).toMatchObject({ title: 'Old pier – closed' });
    const prose = ['Subject: the old pier', 'Note: it is closed.', '', 'No.'];
    expect((await read(prose, null)).text).toContain('Subject: the old pier');
    expect((await read([...HEAD, ...PLAIN, 'No.'], 'pier.txt')).text).toContain('Received: from');
  });

  it('without text is refused in one sentence', async () => {
    await expect(read([...HEAD, ...PLAIN, ' '])).rejects.toThrow(
      'The file pier.eml is a mail without text: give what is attached to it.',
    );
  });
});

describe('the date of a mail', () => {
  it.each([
    ['Tue, 4 Mar 2031 10:15:00 +0200', '2031-03-04T10:15:00+02:00'],
    ['4 Mar 2031 10:15 -0330 (NST)', '2031-03-04T10:15:00-03:30'],
    ['Tue, 04 Mar 31 10:15:07 EST', '2031-03-04T10:15:07-05:00'],
    ['Tue, 4 March 2031 10:15:00 GMT', '2031-03-04T10:15:00Z'],
    ['Tue, 4 Mar 2031 23:59:00 -0000', '2031-03-04'],
    ['Tue, 4 Mar 2031 23:59:00', '2031-03-04'],
    ['Tue, 34 Mar 2031 10:15:00 +0200', null],
    ['Tue, 4 Mar 2031 24:00:00 +0200', null],
    ['Tue, 30 Feb 2031 10:15:00 +0200', null],
    ['Tue, 4 Foo 2031 10:15:00 +0200', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %s', (written, date) => {
    expect(readZonedDate(written)).toBe(date);
  });
});
