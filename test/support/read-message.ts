import { componentsOf, flattenComponents } from './discord/message-rules.ts';

/** What a reader sees of a message, line by line: Markdown without its backslashes. */
export function readMessage(body: unknown): readonly string[] {
  return flattenComponents(componentsOf(body))
    .flatMap(({ content }) => content ?? [])
    .join('\n')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')
    .split('\n');
}
