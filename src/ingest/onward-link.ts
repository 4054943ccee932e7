import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** Larger pages are no signposts; in bytes. */
const MAX_BYTES = 64 * 1024;

/** A page with more letters than this is there to be read. */
const MAX_LETTERS = 400;

/** A page that goes on by itself after longer than this, in seconds, is there to be read first. */
const MAX_WAIT = 10;

const REFRESH =
  /^\s*(?<wait>\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?(?<link>[^"'\s][^"']*?)["']?\s*$/iu;
const IN_SCRIPT =
  /(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\(|redirectToUrl\w*\()\s*(?<quoted>"[^"\n]{1,2000}"|'[^'\n]{1,2000}')/u;

const MODES: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
};

interface Signs {
  refresh: string | null;
  canonical: string | null;
  readonly script: string[];
  letters: number;
  /** The element whose text is not shown, while inside one. */
  hidden: string | null;
}

function attributesOf({ attrs }: Token.TagToken): ReadonlyMap<string, string> {
  return new Map(attrs.map(({ name, value }) => [name, value]));
}

function noteMeta(signs: Signs, attributes: ReadonlyMap<string, string>): void {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return;
  const { wait, link } = REFRESH.exec(attributes.get('content')?.slice(0, 2100) ?? '')?.groups ?? {};
  if (link !== undefined && Number(wait) <= MAX_WAIT) signs.refresh ??= link;
}

/** Reads parse5's tokens, in time linear in the page. */
function readSigns(html: string): Signs {
  const signs: Signs = { refresh: null, canonical: null, script: [], letters: 0, hidden: null };
  const addText = ({ chars }: Token.CharacterToken): void => {
    if (signs.hidden === null) signs.letters += chars.trim().length;
    else if (signs.hidden === 'script') signs.script.push(chars);
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        const mode = MODES[token.tagName];
        if (mode !== undefined) {
          signs.hidden = token.tagName;
          tokenizer.state = mode;
        }
        if (token.tagName === 'meta') noteMeta(signs, attributesOf(token));
        if (token.tagName !== 'link') return;
        const attributes = attributesOf(token);
        if (attributes.get('rel')?.toLowerCase() === 'canonical')
          signs.canonical ??= attributes.get('href') ?? null;
      },
      onEndTag(token) {
        if (token.tagName === signs.hidden) signs.hidden = null;
      },
      onCharacter: addText,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return signs;
}

/** The string of a script's literal; null for one that can't be read. */
function readLiteral(quoted: string): string | null {
  try {
    const inner = quoted
      .slice(1, -1)
      .replaceAll("\\'", "'")
      .replaceAll(/\\x(?=[0-9a-f]{2})/giu, '\\u00');
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return null;
  }
}

function inScript(signs: Signs): string | null {
  const quoted = IN_SCRIPT.exec(signs.script.join('\n'))?.groups?.['quoted'];
  return quoted === undefined ? null : readLiteral(quoted);
}

/** A canonical address counts only on another site: on its own site a page's canonical address is itself. */
function elsewhere(link: string | null, url: URL): string | null {
  const target = link === null ? null : URL.parse(link, url.href);
  return target === null || target.hostname === url.hostname ? null : target.href;
}

/**
 * Where a page that is only a signpost sends its readers on to: by a meta refresh, a script or its canonical address.
 * Null for a page that is there to be read.
 */
export function findOnwardLink(bytes: Uint8Array, url: URL): URL | null {
  if (bytes.length > MAX_BYTES) return null;
  const signs = readSigns(new TextDecoder().decode(bytes));
  if (signs.letters > MAX_LETTERS) return null;
  const link = signs.refresh ?? inScript(signs) ?? elsewhere(signs.canonical, url);
  const target = link === null ? null : URL.parse(link, url.href);
  if (target === null || !['http:', 'https:'].includes(target.protocol)) return null;
  target.hash = '';
  return target.href === url.href ? null : target;
}
