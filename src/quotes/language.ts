/** Whether the grammar extractor reads a language (BCP 47). What nobody could tell is read as English. */
export function readsLanguage(language: string | null): boolean {
  return language === null || /^en(?:-|$)/iu.test(language);
}
