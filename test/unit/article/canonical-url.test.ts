import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.ts';

const TEXT =
  '<p>“No ship has left,” said Mirela Dastan, the spokeswoman, on Monday morning at the quay.</p>'.repeat(12);

function urlOf(fetchedFrom: string, canonical: string): string | null {
  const html = `<!doctype html><html lang="en"><head><title>Harbour</title><link rel="canonical" href="${canonical}"></head><body><article>${TEXT}</article></body></html>`;
  const bytes = new TextEncoder().encode(html);
  return readArticle({ bytes, fileName: null, contentType: 'text/html', overrides: {}, fetchedFrom }).url;
}

describe('the address a fetched page says it has', () => {
  it.each([
    ['https://harbour.example/story?ref=1', 'https://harbour.example/story'],
    ['https://m.harbour.example/story', 'https://www.harbour.example/world/story'],
    ['https://amp.harbour.example/story', '/world/story'],
  ])('is believed of %s saying %s', (from, canonical) => {
    expect(urlOf(from, canonical)).toBe(new URL(canonical, from).href);
  });

  it.each([
    ['https://evil.example/story', 'https://harbour.example/story'],
    ['https://evil.co.uk/story', 'https://harbour.co.uk/story'],
    ['https://evil.blogspot.example/story', 'https://harbour.blogspot.example/story'],
    ['https://evil.blogspot.example/story', 'https://blogspot.example/story'],
    ['https://harbour.example.evil.example/story', 'https://harbour.example/story'],
    ['https://harbour.example/story', 'javascript:alert(1)'],
  ])('is not believed of %s saying %s', (from, canonical) => expect(urlOf(from, canonical)).toBe(from));
});
