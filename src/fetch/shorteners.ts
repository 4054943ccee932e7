/**
 * Hosts that hold no pages, only ways to pages. What robots.txt says there is meant for those who would walk through all
 * of them; a person who gives one wants the page behind it, whose own robots.txt is asked.
 */
const SHORTENERS = new Set(
  `t.co bit.ly j.mp ow.ly buff.ly dlvr.it trib.al lnkd.in tinyurl.com is.gd v.gd goo.gl fb.me wp.me youtu.be flip.it rb.gy
  cutt.ly t.ly shorturl.at ift.tt nyti.ms wapo.st reut.rs bbc.in cnn.it on.ft.com on.wsj.com econ.st bloom.bg apne.ws
  feedproxy.google.com feeds.feedburner.com`.split(/\s+/u),
);

/** Google News's links to other sites' articles, and where Google asks first whether it may set cookies. */
const GOOGLE_NEWS =
  /^(?:news\.google(?:\.[a-z]{2,3}){1,2}\/(?:rss\/)?(?:articles|read)\/|consent\.google(?:\.[a-z]{2,3}){1,2}\/)/u;

/** Whether an address only sends its visitors on. */
export function holdsNoPage({ hostname, pathname }: URL): boolean {
  return SHORTENERS.has(hostname) || GOOGLE_NEWS.test(`${hostname}${pathname}`);
}
