/** What a document gives: its words with `\n\n` between paragraphs, and what it says of itself. */
export interface DocumentText {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** A day or an instant with its zone. */
  readonly published: string | null;
}
