import { weigh } from './mass.ts';
import { findMain } from './main-element.ts';
import { attribute, isElement, type PageElement } from './tree.ts';

/** Elements that hold no text of an article, whatever they are called. */
const NEVER_TEXT = new Set(
  `script style noscript noembed noframes template svg math canvas audio video object embed iframe applet map input select
  textarea button datalist progress meter link meta title base amp-ad amp-embed amp-sticky-ad amp-consent amp-sidebar
  amp-social-share amp-user-notification`.split(/\s+/u),
);

/** Elements around an article, and those within it that tell of something else. */
const FURNITURE = new Set('nav footer aside form dialog menu figcaption fieldset'.split(' '));

const FURNITURE_ROLES = new Set(
  'navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tablist banner note'.split(
    ' ',
  ),
);

/** Words of classes and ids that name what is no article text, in the languages that style sheets are written in. */
const FURNITURE_WORDS = new Set(
  `share shares sharing sharebar sharethis sharedaddy addthis addtoany shariff social socials sociable
  related relateds recommended recommendation recommendations recirc recirculation readnext readmore morestories
  newsletter newsletters subscribe subscription subscriptions signup optin mailchimp
  ad ads adv advert adverts advertisement advertising adbox adsense anzeige werbung publicidad pub
  sponsor sponsored sponsors promo promos promoted promotion affiliate
  comment comments commentlist commentform disqus respond replies kommentare kommentar commentaires comentarios
  reacties komentarze komentari komentare kommentarer commenti yorumlar hozzaszolasok gallery galleries slideshow
  bildtext bijschrift onderschrift legenda didascalia piefoto popisek postmetadata
  sidebar sidebars breadcrumb breadcrumbs nav navi navigation navbar subnav menu menus toolbar
  footer pagefooter caption captions figcaption wpcaption bildunterschrift legende credit credits copyright
  byline bylines author authors autor autoren auteur bio biography contributor contributors
  tags taglist keywords schlagworte meta metas metadata metainfo infoline timestamp pubdate
  pagination pager paging popup modal tooltip lightbox cookie cookies consent gdpr
  trending popular mostread mostpopular outbrain taboola zergnet revcontent criteo widget widgets
  banner rating ratings login donate donation spenden thumbnail thumbnails player playlist carousel`.split(
    /\s+/u,
  ),
);

/** The same, where it takes two words to tell. */
const FURNITURE_NAMES =
  /(?:^|[\s_-])(?:sr-only|screen-reader|visually-?hidden|read-?more|read-?next|also-?read|more-(?:stories|news|on|from|articles|posts)|(?:next|prev|previous)-?(?:post|article|story)|back-?to-?top|skip-?(?:link|to|nav)|jump-?(?:link|to)|no-?print|print-?(?:only|hide|hidden)|post-?(?:nav|info|footer)|entry-?(?:footer|utility|info)|story-?(?:footer|tools)|article-?(?:footer|tools|infos?|actions)|table-of-contents|toc|fact-?box|info-?box|side-?box|pull-?quotes?|follow-?us|call-?to-?action|cta|most-(?:read|viewed|shared|commented)|you-?may|see-?also|top-?stories|user-?(?:info|profile)|jp-relatedposts|wp-block-latest-posts)(?:$|[\s_-])/iu;

/** Parts of the page with such a share of its text are the article itself, whatever they are called. */
const MAIN_SHARE = 0.3;

function wordsOf(element: PageElement): readonly string[] {
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  return names.length > 1
    ? names
        .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
        .toLowerCase()
        .split(/[^a-z]+/u)
    : [];
}

function isHidden(element: PageElement): boolean {
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attribute(element, 'style'))
  );
}

/** What is embedded is named after the network it came from; a post that an article quotes is part of it. */
const EMBEDDED = new Set(['embed', 'embedded', 'tweet', 'twitter']);

function isNamedFurniture(element: PageElement): boolean {
  const words = wordsOf(element);
  return words.some((word) => FURNITURE_WORDS.has(word)) && !words.some((word) => EMBEDDED.has(word));
}

function isFurniture(element: PageElement): boolean {
  if (element.tagName === 'body' || element.attrs.length === 0) return FURNITURE.has(element.tagName);
  return (
    FURNITURE.has(element.tagName) ||
    isHidden(element) ||
    FURNITURE_ROLES.has(attribute(element, 'role').toLowerCase()) ||
    isNamedFurniture(element) ||
    FURNITURE_NAMES.test(attribute(element, 'class')) ||
    FURNITURE_NAMES.test(attribute(element, 'id'))
  );
}

/** Takes everything out that never holds text, and comments. */
export function dropScripts(parent: PageElement): void {
  dropWhere(parent, ({ tagName }) => NEVER_TEXT.has(tagName));
}

/** Text and elements stay; comments and the elements that `isDropped` names do not. */
function dropWhere(parent: PageElement, isDropped: (element: PageElement) => boolean): void {
  parent.childNodes = parent.childNodes.filter((node) =>
    isElement(node) ? !isDropped(node) : node.nodeName === '#text',
  );
  for (const node of parent.childNodes) if (isElement(node)) dropWhere(node, isDropped);
}

/**
 * Takes everything out of a page's body that is plainly no article text: navigation, forms, captions, shares, comments,
 * advertisements, what is hidden. A part that holds much of the page's text, its headline or what is named
 * as the article's body stays, whatever it is called.
 */
export function clearFurniture(body: PageElement): void {
  const masses = weigh(body);
  const most = (masses.get(body) ?? 0) * MAIN_SHARE;
  const main = findMain(body, masses);
  dropWhere(
    body,
    (element) => !main.has(element) && (masses.get(element) ?? 0) <= most && isFurniture(element),
  );
}
