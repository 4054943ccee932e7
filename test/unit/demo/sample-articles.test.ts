import { describe, expect, it } from 'vitest';
import { readSampleArticles } from '../../../src/demo/sample-articles.ts';

const articles = await readSampleArticles();

describe('the sample articles', () => {
  it('are at least eight, in the order in which they appeared', () => {
    expect(articles.length).toBeGreaterThanOrEqual(8);
    const days = articles.map((article) => article.publishedAt ?? '');
    expect(days).toEqual(days.toSorted((one, other) => one.localeCompare(other)));
  });

  it('tell title, outlet, byline, day and address', () => {
    for (const { title, outlet, byline, publishedAt, url } of articles) {
      expect([title, outlet, byline, publishedAt, url]).not.toContain(null);
      expect(url).toMatch(/\.example\//u);
    }
  });

  it('are of the length of an agency report', () => {
    for (const { text } of articles) {
      const words = text.split(/\s+/u).length;
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(300);
    }
  });
});
