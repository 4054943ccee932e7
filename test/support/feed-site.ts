import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An item of a feed that is written for a test. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly published: string;
  readonly link?: string;
  /** The full text, as markup. */
  readonly text?: string;
  readonly teaser?: string;
}

/** The RSS of some items. */
export function writeRss(items: readonly Item[], title = 'Harbour News'): string {
  const written = items.map(
    ({ id, title: name, published, link, text, teaser }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${name}</title><pubDate>${new Date(published).toUTCString()}</pubDate>${
        link === undefined ? '' : `<link>${link}</link>`
      }${teaser === undefined ? '' : `<description>${teaser}</description>`}${
        text === undefined ? '' : `<content:encoded><![CDATA[${text}]]></content:encoded>`
      }</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${written.join('')}</channel></rss>`;
}

/** A text long enough to be no teaser, different for each subject. */
export function storyOf(subject: string): string {
  const sentences = [
    `The harbour office of ${subject} was closed on Monday, the council said.`,
    `“We know nothing of ${subject},” said Mira Dahl, the mayor of Ullen, on the quay.`,
    `Boats that carry ${subject} waited outside the breakwater through the night, and the pilots went home.`,
    `The port's engineers looked at the lock that leads to ${subject}, and found it as it had been in spring.`,
    `A notice about ${subject} hung on the door of the customs house, signed by nobody.`,
  ];
  return sentences
    .map((sentence) => `<p>${sentence} It was the second such day for ${subject} this year.</p>`)
    .join('');
}

/** Answers with a feed under an ETag of its own, and 304 to those who know it. */
export function giveFeed(body: string, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag }).end(body);
}
