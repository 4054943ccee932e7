import { lineOf, standsIn, type PageFacts } from './page-facts.ts';
import { attribute, isElement, isText, type PageElement } from './tree.ts';
import { findWrittenDate, readMachineDate, type NumberOrder } from './written-date.ts';

/** Parts of a page whose dates are of something else. */
const ELSEWHERE =
  /(?<!(?:has|with|no|without)[_-])(?<![a-z\d])(?:comments?|commentlist|related|sidebar|(?<!(?:post|entry|article|story|node)[_-]{1,2})footer|widget|teasers?|recommended|most-?(?:read|popular)|latest|recent|trending|popular|more-?(?:news|stories)|next|prev(?:ious)?|nav|menu|ticker|event|calendar|copyright|carousel|today|current-?(?:date|day)|masthead|weather|clock)(?:$|[\s_-])/iu;

/** Drupal puts what it tells of an article into a footer above it. */
const OWN_FOOTER = /(?:^|\s)(?:node|post|entry|article)(?:__|-)(?:meta|submitted|info)(?:\s|$)/iu;

export const isElsewhere = (element: PageElement): boolean =>
  ['aside', 'nav'].includes(element.tagName) ||
  (element.tagName === 'footer' && !OWN_FOOTER.test(attribute(element, 'class'))) ||
  ELSEWHERE.test(attribute(element, 'class')) ||
  ELSEWHERE.test(attribute(element, 'id'));

function dateOf(element: PageElement, order: NumberOrder): string | null {
  for (const name of [
    'datetime',
    'content',
    'title',
    'data-datetime',
    'data-time',
    'data-timestamp',
    'data-utime',
  ]) {
    const written = attribute(element, name);
    const date = /\d{4}/u.test(written) ? readMachineDate(written, order) : null;
    if (date !== null) return date;
  }
  return findShownDate(element, order);
}

/** Some set day, month and year in an element each, with nothing between them but a style sheet. */
function findShownDate(element: PageElement, order: NumberOrder): string | null {
  const line = fromPublished(lineOf(element));
  if (line.length > 200) return null;
  return findWrittenDate(line, order) ?? findWrittenDate(textsIn(element).join(' '), order);
}

const textsIn = (element: PageElement): readonly string[] =>
  element.childNodes.flatMap((node) =>
    isText(node) ? [node.value.trim()] : isElement(node) ? textsIn(node) : [],
  );

/** Elements that hold a time: HTML's, AMP's, GitHub's and Brightspot's. */
const TIMES = new Set(['time', 'amp-timeago', 'relative-time', 'time-ago', 'bsp-timestamp']);

const names = (element: PageElement): string => `${attribute(element, 'class')} ${attribute(element, 'id')}`;

/** Elements that say by their markup that they hold the day of publication, the surest first. */
const MARKED: readonly ((element: PageElement) => boolean)[] = [
  (element) => /\bdatePublished\b/iu.test(attribute(element, 'itemprop')),
  (element) => element.attrs.some(({ name }) => name === 'pubdate'),
  (element) =>
    /(?:^|\s)(?:dt-published|published|entry-date|post-date|pubdate)(?:\s|$)/iu.test(
      attribute(element, 'class'),
    ) && !/modified|updated/iu.test(attribute(element, 'class').replace('published updated', '')),
  (element) => /\bdateCreated\b/iu.test(attribute(element, 'itemprop')),
  ({ tagName }) => TIMES.has(tagName),
  (element) =>
    /(?:^|[\s_-])(?:publish(?:ed)?|pub|post(?:ed)?|article|entry|story|news|blog|content)(?:[\s_-]*(?:on|info|meta|header|time|at))?[\s_-]*(?:date|time|datum|datetime|timestamp)/iu.test(
      names(element),
    ),
  (element) =>
    /(?:^|[\s_-])(?:date|datum|fecha|data|datetime|timestamp|dateline|published|posted|submitted|created|parution|veröffentlicht|time|(?:time-?)?ago|when)(?:$|[\s_-])/iu.test(
      names(element),
    ),
  (element) =>
    /(?:^|[\s_-])(?:(?:post|entry|article|story)[-_]*(?:meta|info|details?)|meta|byline|subline|infoline|author|autor|kicker|publication|date\w*|\w*date)(?:$|[\s_-])/iu.test(
      names(element),
    ),
];

const CHANGE =
  '(?:last |zuletzt |stand: )?(?:updated|modified|aktualisiert|geändert|verändert|bearbeitet|mis à jour|modifié|actualizado|atualizado|aggiornato|uppdaterad|oppdatert|bijgewerkt|aktualizacja|обновлено|수정)|^[^\\p{L}]*stand:';
const CHANGED = new RegExp(`^[^\\p{L}]*(?:${CHANGE})`, 'iu');
const CHANGED_BEFORE = new RegExp(`(?<!\\p{L})(?:${CHANGE})`, 'iu');

const SAYS_PUBLISHED =
  /published|posted|publication date|veröffentlicht|erschienen|publiziert|online seit|publié|paru|mis en ligne|publicad[oa]|publicación|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowano|zveřejněno|közzétéve|objavljeno|publicat|yayınlan|опубликован|опубліковано|дата публикации|публикуван|δημοσι|đăng|입력|發佈|发布|公開|投稿日/iu;

/** Whether a line says that it tells when something was published. */
export const saysPublished = (line: string): boolean => SAYS_PUBLISHED.test(line);

/** Whether a line tells when something was changed, not when it was published. */
export const saysChanged = (line: string): boolean => CHANGED.test(line.slice(0, 60)) && !saysPublished(line);

/** A line that tells the change first and then the publication, from there on. */
export function fromPublished(line: string): string {
  const at = line.search(SAYS_PUBLISHED);
  return at > 0 && CHANGED_BEFORE.test(line.slice(0, at)) ? line.slice(at) : line;
}

const CHANGED_NAME = /modif|updat|aktualis/iu;

/** Joomla names what is around the time. */
const isNamedModified = (parent: PageElement['parentNode']): boolean =>
  parent !== null && 'tagName' in parent && /^(?:post-|entry-)?modified$/iu.test(attribute(parent, 'class'));

const isModification = (element: PageElement): boolean =>
  CHANGED_NAME.test(`${attribute(element, 'itemprop')} ${attribute(element, 'class')}`) ||
  isNamedModified(element.parentNode) ||
  saysChanged(lineOf(element));

/** Prose is longer than a line that tells when and by whom; a time in it is of something else. */
const PROSE = 150;

const PROSE_TAGS = new Set(['p', 'li', 'blockquote']);

/** Whether an element holds so much text, without reading more than that. */
function isLong(element: PageElement, left = PROSE): boolean {
  return remainder(element, left) <= 0;
}

function remainder(element: PageElement, left: number): number {
  let rest = left;
  for (const node of element.childNodes) {
    if (rest <= 0) break;
    if (isText(node)) rest -= node.value.trim().length;
    else if (isElement(node)) rest = remainder(node, rest);
  }
  return rest;
}

const isInProse = (element: PageElement): boolean =>
  standsIn(element, (outer) => PROSE_TAGS.has(outer.tagName) && isLong(outer));

/** How deep the innermost element lies that holds both an element and the headline. */
function depthShared(element: PageElement, { holders }: PageFacts): number {
  let depth = 0;
  standsIn(element, (outer) => {
    if (holders.has(outer) || depth > 0) depth += 1;
    return false;
  });
  return depth;
}

const PAGE = new Set(['html', 'body']);

/** Whether nothing but the page holds both an element and the headline. */
const isApart = (element: PageElement, { holders }: PageFacts): boolean =>
  !standsIn(element, (outer) => holders.has(outer) && !PAGE.has(outer.tagName));

/** A header without the headline is the site's, unless it stands in the article. */
const isMasthead = (element: PageElement): boolean =>
  element.tagName === 'header' &&
  !standsIn(element, ({ tagName }) => tagName === 'article' || tagName === 'main');

/**
 * The day that an element tells which is marked to hold it: of those with the surest mark, the one that stands nearest to
 * the headline.
 */
export function fromMarkup(facts: PageFacts, order: NumberOrder): string | null {
  const { elements, holders } = facts;
  const isOuter = (outer: PageElement): boolean =>
    (isElsewhere(outer) || isMasthead(outer)) && !holders.has(outer);
  const headline = elements.findIndex(({ tagName }) => tagName === 'h1');
  const isInPart = elements[headline]?.parentNode?.nodeName !== 'body';
  const isOfOther = (element: PageElement, at: number): boolean =>
    isElsewhere(element) ||
    standsIn(element, isOuter) ||
    (at < headline && isInPart && isApart(element, facts)) ||
    isModification(element) ||
    (TIMES.has(element.tagName) && isInProse(element));
  for (const isMarked of MARKED) {
    let nearest: { readonly date: string; readonly depth: number } | null = null;
    for (const [at, element] of elements.entries()) {
      if (!isMarked(element)) continue;
      const depth = depthShared(element, facts);
      if ((nearest !== null && depth <= nearest.depth) || isOfOther(element, at)) continue;
      const date = dateOf(element, order);
      if (date !== null) nearest = { date, depth };
    }
    if (nearest !== null) return nearest.date;
  }
  return null;
}
