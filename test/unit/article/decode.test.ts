import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/article/decode.ts';
import { InputError } from '../../../src/errors.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((_, at) => bytes[at % 2 === 0 ? at + 1 : at - 1] ?? 0);

/** Text in an encoding that Node only decodes: each byte or pair of bytes is asked what it stands for. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 255; first >= 0; first--) {
    for (let second = 255; second >= 0x40; second--) {
      const letter = decoder.decode(Uint8Array.from([first, second]));
      if (letter.length === 1) bytesOf.set(letter, [first, second]);
    }
  }
  for (let byte = 255; byte >= 0; byte--) bytesOf.set(decoder.decode(Uint8Array.from([byte])), [byte]);
  return Uint8Array.from(text.split('').flatMap((letter) => bytesOf.get(letter) ?? []));
}

const RUSSIAN = 'Мэр города сказал во вторник, что никакого судна в порту не было.';
const JAPANESE = '市長は火曜日、港に船はいなかったと述べた。';
const GERMAN = 'Der Bürgermeister sagte, dass kein Schiff gesehen worden sei. Schöne Grüße.';
const POLISH = 'Burmistrz powiedział we wtorek, że żadnego statku w porcie nie było i że nie będzie.';
const CHINESE = '市长星期二说，港口没有看到任何船只，他也不知道有任何导弹。';

const read = (bytes: Uint8Array, charset?: string): string => decodeText(bytes, 'The text', charset);

describe('an encoding that is told', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
  ])('%s is read by the header, by the meta element and by the XML declaration', (label, text) => {
    expect(read(encode(text, label), label.toUpperCase())).toBe(text);
    const page = `<html><head><script>1</script><meta http-equiv="Content-Type" content="text/html; charset=${label}"></head>`;
    expect(read(Uint8Array.from([...ascii(page), ...encode(text, label)]))).toBe(page + text);
    const feed = `<?xml version="1.0" encoding="${label}"?><rss>`;
    expect(read(Uint8Array.from([...ascii(feed), ...encode(text, label)]))).toBe(feed + text);
  });

  it('gives way to a byte order mark', () => {
    expect(read(Uint8Array.from([0xef, 0xbb, 0xbf, ...ascii(GERMAN)]), 'windows-1252')).toBe(GERMAN);
    expect(read(Uint8Array.from([0xff, 0xfe, ...wide(RUSSIAN)]), 'utf-8')).toBe(RUSSIAN);
    expect(read(Uint8Array.from([0xfe, 0xff, ...swapped(wide(RUSSIAN))]), 'utf-8')).toBe(RUSSIAN);
  });

  it('is not believed where the text is plainly another', () => {
    expect(read(ascii(GERMAN), 'iso-8859-1')).toBe(GERMAN);
    expect(read(latin1(GERMAN), 'utf-8')).toBe(GERMAN);
    expect(read(latin1(`<meta charset=utf-8>${GERMAN}`))).toContain(GERMAN);
    expect(read(ascii(GERMAN), 'utf-16')).toBe(GERMAN);
    expect(read(ascii(GERMAN), 'no-such-thing')).toBe(GERMAN);
    expect(read(encode(RUSSIAN, 'windows-1251'), 'shift_jis')).toBe(RUSSIAN);
  });
});

describe('an encoding that nobody told', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['windows-1252', GERMAN],
    ['windows-1250', POLISH],
    ['windows-1252', '“Café” she said.'],
  ])('%s is known by its letters', (label, text) => {
    expect(read(encode(text, label))).toBe(text);
  });

  it('is known by letters in a page that is mostly tags', () => {
    const tags = '<div class="column"><a href="/news/">x</a></div>\n'.repeat(3000);
    const page = Uint8Array.from([...ascii(tags), ...encode(RUSSIAN, 'windows-1251'), ...ascii(tags)]);
    expect(read(page).includes(RUSSIAN)).toBe(true);
  });

  it.each([GERMAN, RUSSIAN, `${JAPANESE} 1234\n`])(
    'UTF-16 without a mark is known by its NULs: %s',
    (text) => {
      expect(read(wide(`${text}\r\n${text}`))).toBe(`${text}\r\n${text}`);
      expect(read(swapped(wide(`${text}\r\n${text}`)))).toBe(`${text}\r\n${text}`);
    },
  );

  it('stays UTF-8 where a letter is damaged or cut off', () => {
    const damaged = ascii(RUSSIAN).slice(0, -2);
    expect(read(damaged)).toContain('Мэр города сказал');
  });
});

describe('what is no text', () => {
  const noise = (step: number): Uint8Array => Uint8Array.from({ length: 999 }, (_, at) => (at * step) % 256);
  it.each([
    ['NULs', Uint8Array.from([65, 0, 66])],
    ['noise', noise(7919)],
    ['noise without NULs', noise(7919).map((byte) => byte || 1)],
    [
      'a sound',
      Uint8Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? (at * 31) % 256 : at % 7 === 0 ? 0 : 255)),
    ],
    ['a PDF', ascii('%PDF-1.4 1 0 obj')],
  ])('%s is refused, whatever the header says', (_what, bytes) => {
    for (const charset of [undefined, 'utf-8', 'windows-1252', 'shift_jis']) {
      expect(() => read(bytes, charset)).toThrow(InputError);
    }
  });
});
