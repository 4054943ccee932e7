import { describe, expect, it } from 'vitest';
import { createCookies } from '../../../src/fetch/cookies.ts';

const here = new URL('https://harbour.example/a');

describe('the cookies of a fetch', () => {
  it('go back to the host that set them, and to no other', () => {
    const cookies = createCookies();
    cookies.keep(here, ['seen=1; Path=/; Domain=.example', 'id=a=b; HttpOnly']);
    expect(cookies.headerFor(new URL('https://harbour.example/b'))).toBe('seen=1; id=a=b');
    expect(cookies.headerFor(new URL('https://www.harbour.example/'))).toBe('');
    expect(cookies.headerFor(new URL('https://example/'))).toBe('');
  });

  it('go unencrypted only where they may', () => {
    const cookies = createCookies();
    cookies.keep(here, ['open=1', 'closed=2; Secure']);
    expect(cookies.headerFor(new URL('http://harbour.example/'))).toBe('open=1');
  });

  it('are changed and taken away', () => {
    const cookies = createCookies();
    cookies.keep(here, ['a=1', 'b=2']);
    cookies.keep(here, ['a=3', 'b=; Max-Age=0']);
    expect(cookies.headerFor(here)).toBe('a=3');
  });

  it.each(['', 'x', '=1', 'a=1\r\nx: y', 'a=\u00e9', 'a b=1', `a=${'x'.repeat(7000)}`])(
    'are not made of %j',
    (header) => {
      const cookies = createCookies();
      cookies.keep(here, [header]);
      expect(cookies.headerFor(here)).toBe('');
    },
  );

  it('are so many at most', () => {
    const cookies = createCookies();
    cookies.keep(
      here,
      Array.from({ length: 1000 }, (_, at) => `n${at}=x`),
    );
    expect(cookies.headerFor(here).split('; ')).toHaveLength(30);
  });
});
