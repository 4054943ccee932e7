import { isIP } from 'node:net';
import { FetchError, InputError } from '../errors.ts';
import { isPublicAddress } from './address.ts';
import { isNamedPrivateHost, portOf, type FetchSettings } from './settings.ts';

/** Longer ones are no addresses of articles. */
const MAX_LENGTH = 2000;

const OUR_OWN_MACHINE = /(?:^|\.)localhost$/u;

/**
 * What a person is told of a host that can't be had: the same for one that does not exist, is shut, does not answer or
 * lies in a private network, so that nobody learns from it what that network holds.
 */
export function unreachable(url: URL, cause: unknown): FetchError {
  const sentence = `${url.host} can't be reached (private networks never are): check the address.`;
  return new FetchError('unreachable', sentence, { cause });
}

/** What a person is told of a page that sends its readers on to an address that can't be opened. */
export function leadsAstray(url: URL, cause: InputError): FetchError {
  const sentence = `${url.host} leads on to an address that is never opened: give another address.`;
  return new FetchError('refused-address', sentence, { cause });
}

/** The host of an address without a dot at its end, without the brackets of IPv6. */
function bareHost(url: URL): string {
  return url.hostname.replace(/\.$/u, '').replace(/^\[(.*)\]$/u, '$1');
}

/** A web address as a person or a page wrote it. Throws InputError when it is none that is ever opened. */
export function readWebAddress(written: string): URL {
  const url = written.length > MAX_LENGTH ? null : URL.parse(written.trim());
  if (url === null) {
    throw new InputError(
      `The address "${written.trim().slice(0, 80)}" can't be read: give a full one, such as https://example.org/story.`,
    );
  }
  if (!['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `Only http:// and https:// addresses can be opened, not ${url.protocol.slice(0, -1).slice(0, 40)}.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError('An address with a name or password in it is never opened: give it without them.');
  }
  url.hash = '';
  return url;
}

/**
 * Refuses an address by what can be told from it alone: its port, and a host that is a literal IP address outside the
 * open internet. URL has brought every way to write one (decimal, octal, hexadecimal, short) to its plain form.
 * Throws InputError for a port, FetchError otherwise.
 */
export function guardUrl(url: URL, settings: FetchSettings): void {
  if (isNamedPrivateHost(url, settings)) return;
  const port = portOf(url);
  if (!settings.ports.includes(port)) {
    throw new InputError(`Port ${port} is not opened: only ${settings.ports.join(' and ')} are.`);
  }
  const host = bareHost(url);
  const isRefused = isIP(host) === 0 ? OUR_OWN_MACHINE.test(host) || host === '' : !isPublicAddress(host);
  if (isRefused) throw unreachable(url, new Error(`${host} is no public address`));
}
