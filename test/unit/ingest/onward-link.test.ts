import { describe, expect, it } from 'vitest';
import { findOnwardLink } from '../../../src/ingest/onward-link.ts';

const HERE = new URL('https://t.example/x');
const TARGET = 'https://harbour.example/story';

const find = (html: string): string | null =>
  findOnwardLink(new TextEncoder().encode(html), HERE)?.href ?? null;

const LONG = `<p>${'The harbour master said no ship had left the port that night. '.repeat(20)}</p>`;

describe('findOnwardLink', () => {
  it.each([
    `<meta http-equiv="refresh" content="0; url=${TARGET}">`,
    `<META HTTP-EQUIV='Refresh' CONTENT='0;URL="${TARGET}"'>`,
    `<meta http-equiv=refresh content="5, ${TARGET}"><p>One moment, please.</p>`,
    `<meta http-equiv="refresh" content="0;url=//harbour.example/story">`,
    `<script>window.location.replace("${TARGET}")</script>`,
    String.raw`<script>location.href = 'https:\/\/harbour.example\/story';</script>`,
    String.raw`<script>top.location = "https:\x2f\x2fharbour.example\u002fstory"</script>`,
    `<script>redirectToUrlAfterTimeout("${TARGET}", 0)</script>`,
    `<link rel="canonical" href="${TARGET}"><p>Opening the story.</p>`,
  ])('follows %s', (html) => expect(find(html)).toBe(TARGET));

  it.each([
    `<meta http-equiv="refresh" content="300; url=${TARGET}">`,
    '<meta http-equiv="refresh" content="0">',
    '<meta http-equiv="refresh" content="0; url=https://t.example/x#again">',
    '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
    '<link rel="canonical" href="https://t.example/y"><p>Short story.</p>',
    `<noscript><meta http-equiv="refresh" content="0; url=${TARGET}"></noscript>${LONG}`,
    `<script>if (old) location.href = "${TARGET}"</script>${LONG}`,
    `<p>A short note.</p>`,
    '<script>location = "unclosed',
    `<!-- <meta http-equiv="refresh" content="0; url=${TARGET}"> -->`,
    '',
  ])('stays at %s', (html) => expect(find(html)).toBeNull());

  it('does not look through a large page', () => {
    expect(find(`<meta http-equiv="refresh" content="0; url=${TARGET}">${'<i>'.repeat(30_000)}`)).toBeNull();
  });
});
