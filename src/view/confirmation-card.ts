import type { Confirmation } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { text, type Card } from './card.ts';
import { escapeLabel } from './escape.ts';

const TITLE = 300;
const TOLD = 500;
const TOLD_LINES = 5;
/** What Discord lets a button say, shortened between words. */
const LABEL = 40;

/** What is going to be done, with a button that does it and one that does not. */
export function confirmationCard({ title, told, label }: Confirmation, { cards }: Words): Card {
  const lines = told.slice(0, TOLD_LINES).map((sentence) => escapeLabel(sentence, TOLD));
  return {
    sections: [text([`### ${escapeLabel(title, TITLE)}`, ...lines].join('\n'))],
    buttons: [
      { label: label.slice(0, LABEL), action: { kind: 'confirm' }, isDangerous: true },
      { label: cards.buttons.cancel, action: { kind: 'cancel' } },
    ],
  };
}
