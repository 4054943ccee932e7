import { InputError } from '../errors.ts';
import { withoutTracking } from './tracking.ts';

/**
 * An article's address: http or https, without a fragment, credentials and parameters that only track. Throws InputError
 * otherwise.
 */
export function readLink(written: string): string {
  const url = URL.parse(written.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `The address "${written.trim().slice(0, 80)}" can't be read: give a full one, such as https://example.org/story.`,
    );
  }
  url.hash = '';
  url.username = '';
  url.password = '';
  url.search = withoutTracking(url.search);
  return url.href;
}
