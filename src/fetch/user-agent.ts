/** The name robots.txt knows us by. */
export const ROBOT = 'OnRecord';

/** How we introduce ourselves: our name, what we are and, where it is set, whom to write to. */
export function userAgent(contact: string | null): string {
  return `${ROBOT}/0.1 (news archive${contact === null ? '' : `; ${contact}`})`;
}
