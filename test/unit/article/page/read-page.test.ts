import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../src/article/page/read-page.ts';

const TEXT = `<p>${'The harbour council of Linholm voted on Tuesday to close the northern quay. '.repeat(8)}</p>`;
const page = (head: string, body = '', address: string | null = null) =>
  readPage(
    `<!doctype html><html><head>${head}</head><body><article><h1>Quay to close</h1>${body}${TEXT}</article></body></html>`,
    address,
  );
const linked = (object: object): string =>
  `<script type="application/ld+json">${JSON.stringify(object)}</script>`;

describe('JSON-LD', () => {
  it('is found in graphs and lists, by the type of the article', () => {
    const graph = {
      '@graph': [
        { '@type': 'VideoObject', uploadDate: '2030-01-01' },
        {
          '@type': ['NewsArticle', 'Thing'],
          datePublished: '2031-03-04T08:00:00+01:00',
          author: { name: 'Mira Sund' },
        },
        { '@type': 'WebPage', datePublished: '2029-01-01' },
      ],
    };
    expect(page(linked(graph))).toMatchObject({
      published: '2031-03-04T08:00:00+01:00',
      byline: 'Mira Sund',
    });
    expect(page(linked([graph]))).toMatchObject({ published: '2031-03-04T08:00:00+01:00' });
  });

  it('is read with line breaks in its strings, and for its dates alone where it is broken, unless there are two', () => {
    const broken =
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2031-03-04","x":"a\nb"}</script>';
    expect(page(broken).published).toBe('2031-03-04');
    expect(page(broken.replace('}', '')).published).toBe('2031-03-04');
    const twice = broken.replace('}', ',"datePublished":"2031-05-20"');
    expect(page(twice).published).toBeNull();
  });
});

describe('dates', () => {
  it('take the earlier of two that a page tells, and a change only behind it', () => {
    const both = `<meta property="article:published_time" content="2031-03-04">${linked({ '@type': 'Article', datePublished: '2031-06-01', dateModified: '2031-06-02' })}`;
    expect(page(both)).toMatchObject({ published: '2031-03-04', modified: '2031-06-02' });
    expect(
      page(linked({ '@type': 'Article', datePublished: '2031-06-01', dateModified: '2030-06-02' })).modified,
    ).toBeNull();
  });

  it.each([
    ['<time datetime="2031-03-04T08:00:00Z">four days ago</time>', '2031-03-04T08:00:00Z'],
    ['<abbr class="published" title="2031-03-04">Tuesday</abbr>', '2031-03-04'],
    ['<span itemprop="datePublished">4 March 2031</span>', '2031-03-04'],
    ['<div class="post-meta">Mira Sund, March 4, 2031</div>', '2031-03-04'],
    ['<p>Veröffentlicht am 4. März 2031</p>', '2031-03-04'],
    ['<aside><time datetime="2031-03-04">x</time></aside>', null],
    ['<ul class="related"><li><time datetime="2031-03-04">x</time></li></ul>', null],
    ['<p class="updated">Last updated 4 March 2031</p>', null],
  ])('%s beside the headline gives %s', (markup, date) => {
    expect(page('', markup).published).toBe(date);
  });

  it('are those of the address rather than what an element shows that may be of something else', () => {
    const address = 'https://harbour.example/2031/mar/04/quay';
    const shown = (day: string) => page('', `<time datetime="${day}">then</time>`, address).published;
    expect(shown('2031-02-01T08:00:00Z')).toBe('2031-03-04');
    expect(shown('2031-03-04T08:00:00Z')).toBe('2031-03-04T08:00:00Z');
  });

  it('are not taken from the sentences of the article', () => {
    const body = `<p>${'The quay was built by hand. '.repeat(8)} It was opened on 4 March 1999 by the mayor.</p>`;
    expect(page('', body).published).toBeNull();
  });
});

describe('the address', () => {
  const link = '<link rel="canonical" href="/news/quay">';

  it('is the canonical one, absolute', () => {
    expect(page(link, '', 'https://gazette.example/q?x=1').url).toBe('https://gazette.example/news/quay');
    expect(page('<meta property="og:url" content="https://gazette.example/a">').url).toBe(
      'https://gazette.example/a',
    );
  });

  it('is not what the page claims of another site, nor the front page', () => {
    const from = 'https://gazette.example/q';
    expect(page('<link rel="canonical" href="https://other.example/a">', '', from).url).toBe(from);
    expect(page('<link rel="canonical" href="https://gazette.example/">', '', from).url).toBe(from);
    expect(page('<link rel="canonical" href="javascript:alert(1)">').url).toBeNull();
  });
});

describe('headline, outlet and byline', () => {
  it('are without what is set around them', () => {
    const read = page(
      '<title>Quay to close | Linholm Gazette</title><meta property="og:site_name" content="Linholm Gazette | News and more"><meta name="author" content="By Mira Sund on 4 March 2031">',
    );
    expect(read).toMatchObject({ title: 'Quay to close', outlet: 'Linholm Gazette', byline: 'Mira Sund' });
  });

  it.each(['https://social.example/mira', 'admin', 'mira@gazette.example', '   ', '2031'])(
    'take %j for no writer',
    (author) => {
      expect(page(`<meta name="author" content="${author}">`).byline).toBeNull();
    },
  );

  it('take the host for the outlet where the page names none', () => {
    expect(page('', '', 'https://www.gazette.example/q').outlet).toBe('gazette.example');
  });
});

describe('a text that stands twice in its page', () => {
  const one = ['first', 'second', 'third'].map(
    (word) => `<p>${`The ${word} boat left the quay at noon. `.repeat(4)}</p>`,
  );

  it('is read once', () => {
    expect(page('', one.join('') + one.join('')).text.match(/The second boat left/gu)).toHaveLength(4);
  });

  it('is none where a single paragraph is said again', () => {
    expect(page('', [...one, one[1]].join('')).text.match(/The second boat left/gu)).toHaveLength(8);
  });
});
