import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** What an HTML page gives: its headline and its text with `\n\n` between paragraphs. */
export interface PageText {
  readonly title: string | null;
  readonly text: string;
}

const BLOCKS = new Set(
  `address article blockquote body caption center dd details div dl dt figure h1 h2 h3 h4 h5 h6 header hr html li main
  ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/u),
);

/** Elements whose text is no part of the article. */
const DROPPED = new Set(
  `aside audio button canvas dialog figcaption footer form iframe math menu nav noembed noframes noscript object script
  select style svg template textarea video xmp`.split(/\s+/u),
);

/** Where the article stands, on pages that say so. */
const ARTICLE_ROOTS = new Set(['article', 'main']);

/** Elements in which tags are text; without this a script's strings would be read as elements. */
const TOKENIZER_MODES: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  script: TokenizerMode.SCRIPT_DATA,
  ...Object.fromEntries(
    ['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, TokenizerMode.RAWTEXT]),
  ),
};

interface PageState {
  readonly inRoot: string[];
  readonly outside: string[];
  readonly headTitle: string[];
  readonly headline: string[];
  rootDepth: number;
  dropped: { readonly name: string; depth: number } | null;
  inHeadTitle: boolean;
  headlines: 'none-yet' | 'inside' | 'done';
}

function add(state: PageState, text: string): void {
  if (state.dropped !== null) return;
  if (state.inHeadTitle) state.headTitle.push(text);
  else if (state.headlines === 'inside') state.headline.push(text);
  else (state.rootDepth > 0 ? state.inRoot : state.outside).push(text);
}

function open(state: PageState, name: string): void {
  if (state.dropped !== null) {
    if (state.dropped.name === name) state.dropped.depth += 1;
    return;
  }
  if (DROPPED.has(name)) {
    state.dropped = { name, depth: 1 };
    return;
  }
  if (ARTICLE_ROOTS.has(name)) state.rootDepth += 1;
  if (name === 'title') state.inHeadTitle = true;
  else if (name === 'br') add(state, '\n');
  else if (name === 'td' || name === 'th') add(state, ' ');
  else if (BLOCKS.has(name)) add(state, '\n\n');
  if (name === 'h1' && state.headlines === 'none-yet') state.headlines = 'inside';
}

function close(state: PageState, name: string): void {
  if (state.dropped !== null) {
    if (state.dropped.name === name) state.dropped.depth -= 1;
    if (state.dropped.depth === 0) state.dropped = null;
    return;
  }
  if (name === 'title') state.inHeadTitle = false;
  if (name === 'h1' && state.headlines === 'inside') state.headlines = 'done';
  if (BLOCKS.has(name)) add(state, '\n\n');
  if (ARTICLE_ROOTS.has(name)) state.rootDepth = Math.max(0, state.rootDepth - 1);
}

function joined(pieces: readonly string[]): string | null {
  const text = pieces.join('').replace(/ {2,}/gu, ' ').trim();
  return text === '' ? null : text;
}

/**
 * The text of a simple HTML page, or of one that is too large for a tree. Reads parse5's tokens and builds no tree: a tree takes time that grows with the
 * square of the depth, so that 5 MB of `<div>` would hold up everything else.
 */
export function readHtml(html: string): PageText {
  const state: PageState = {
    inRoot: [],
    outside: [],
    headTitle: [],
    headline: [],
    rootDepth: 0,
    dropped: null,
    inHeadTitle: false,
    headlines: 'none-yet',
  };
  const addCharacters = ({ chars }: Token.CharacterToken): void =>
    add(state, chars.replace(/[ \t\n\f\r]+/gu, ' '));
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        open(state, token.tagName);
        tokenizer.state = TOKENIZER_MODES[token.tagName] ?? tokenizer.state;
      },
      onEndTag: (token) => close(state, token.tagName),
      onCharacter: addCharacters,
      onWhitespaceCharacter: addCharacters,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  const title = joined(state.headline) ?? joined(state.headTitle);
  return { title, text: joined(state.inRoot) ?? joined(state.outside) ?? '' };
}
