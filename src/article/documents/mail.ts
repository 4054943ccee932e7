import { InputError } from '../../errors.ts';
import { readHtml } from '../html.ts';
import { readPlainText } from '../plain.ts';
import type { DocumentText } from './document-text.ts';
import { readZonedDate } from '../zoned-date.ts';

/** What replies and forwards put before a subject. */
const PREFIX = /^(?:\s*(?:re|fw|fwd|aw|wg|tr|sv|antw)\s*(?:\[\d+\])?\s*:\s*)+/iu;

/** Fields that a mail to subscribers has: its sender is an outlet, not a writer. */
const TO_SUBSCRIBERS = new Set(['list-id', 'list-unsubscribe', 'list-post']);

/**
 * The text of a mail (.eml): its HTML body where there is one, else its plain one; the subject as the title, the sender as
 * byline, or as outlet where it went to subscribers. Throws InputError when it is no mail or holds no text.
 */
export async function readMail(bytes: Uint8Array, label: string): Promise<DocumentText> {
  const mail = await parse(bytes, label);
  const field = (name: string): string | null => mail.headers.find(({ key }) => key === name)?.value ?? null;
  const html = mail.html === undefined ? '' : readHtml(mail.html).text;
  const text = html.trim() === '' ? readPlainText((mail.text ?? '').replace(/\r\n?/gu, '\n')) : html;
  if (text.trim() === '') {
    throw new InputError(`${label} is a mail without text: give what is attached to it.`);
  }
  const sender = mail.from?.name?.trim() || null;
  const isOutlet = mail.headers.some(({ key }) => TO_SUBSCRIBERS.has(key));
  return {
    text,
    title: mail.subject?.replace(PREFIX, '') ?? null,
    byline: isOutlet ? null : sender,
    outlet: isOutlet ? sender : null,
    published: readZonedDate(field('date') ?? ''),
  };
}

async function parse(bytes: Uint8Array, label: string) {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 512 * 1024 });
  } catch (cause) {
    throw new InputError(`${label} is damaged or no mail: save its words as text.`, { cause });
  }
}
