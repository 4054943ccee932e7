import type { Forgetting } from '../src/store/store.ts';

/** An article that is to be forgotten, as a person knows it: “Canal lease” (Harbour Post). */
export function nameForgetting({ title, outlet }: Pick<Forgetting, 'title' | 'outlet'>): string {
  const name = title === null ? 'the article without a headline' : `“${title}”`;
  return outlet === null ? name : `${name} (${outlet})`;
}

/** What goes with it. */
export function sayWhatGoes({ quotes, revisions }: Forgetting): string {
  const found = quotes === 0 ? 'No quote is found in it' : `${count(quotes, 'quote')} found in it`;
  const texts = revisions === 1 ? '' : `${count(revisions - 1, 'former revision')} of it`;
  if (quotes === 0)
    return `${found}.${texts === '' ? '' : ` ${texts} ${revisions === 2 ? 'goes' : 'go'} too.`}`;
  return `${found}${texts === '' ? '' : ` and ${texts}`} ${quotes === 1 && texts === '' ? 'goes' : 'go'} with it.`;
}

/** What was done, in a sentence. */
export function sayForgotten(forgetting: Forgetting): string {
  const { quotes, revisions } = forgetting;
  const texts = revisions === 1 ? '' : ` and ${count(revisions - 1, 'former revision')}`;
  return `Forgotten: ${nameForgetting(forgetting)}, with ${count(quotes, 'quote')}${texts}.`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
