const MAX_CHARACTERS = 32_768;
const FENCE = /^```[a-z]*\s*\n?(?<inside>.*?)\n?```$/s;

/** What a reasoning model thought aloud is no part of its reply; null when it never stopped thinking. */
function withoutThinking(text: string): string | null {
  let rest = text.trimStart();
  while (rest.startsWith('<think>')) {
    const end = rest.indexOf('</think>');
    if (end < 0) return null;
    rest = rest.slice(end + '</think>'.length).trimStart();
  }
  return rest.trim();
}

/** The first `{…}` whose braces pair up, braces in strings aside; null when there is none. */
function firstObject(text: string): string | null {
  const start = text.indexOf('{');
  if (start < 0) return null;
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && character === '{') depth += 1;
    else if (!inString && character === '}') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return null;
}

function parse(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return null;
  }
}

/**
 * The JSON of a reply that may come in a fence, after thoughts, or among prose: the whole text, else the first whole
 * object in it. null when there is none, or the text is too long. Cut-off JSON is never mended.
 */
export function readJson(content: string): { readonly json: unknown } | null {
  if (content.length > MAX_CHARACTERS) return null;
  const text = withoutThinking(content.replace(/^\uFEFF/, ''));
  if (text === null) return null;
  const whole = FENCE.exec(text)?.groups?.['inside'] ?? text;
  const parsed = parse(whole);
  if (parsed !== null) return parsed;
  const object = firstObject(text);
  return object === null ? null : parse(object);
}
