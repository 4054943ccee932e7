/** The languages that a workspace and a briefing can be told in (ISO 639-1); quotes stay in their own. */
export const LANGUAGES = ['en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
