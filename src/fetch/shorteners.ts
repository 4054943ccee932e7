/**
 * Hosts that hold no pages, only ways to pages. What robots.txt says there is meant for those who would walk through all
 * of them; a person who gives one wants the page behind it, whose own robots.txt is asked.
 */
const SHORTENERS = new Set(
  `t.co bit.ly j.mp ow.ly buff.ly dlvr.it trib.al lnkd.in tinyurl.com is.gd v.gd goo.gl fb.me wp.me youtu.be flip.it rb.gy
  cutt.ly t.ly shorturl.at ift.tt nyti.ms wapo.st reut.rs bbc.in cnn.it on.ft.com on.wsj.com econ.st bloom.bg apne.ws
  feedproxy.google.com feeds.feedburner.com`.split(/\s+/u),
);

/** Whether a host only sends its visitors on. */
export function isShortener(host: string): boolean {
  return SHORTENERS.has(host);
}
