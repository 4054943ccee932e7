import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/article/language.ts';

const ENGLISH =
  'The harbour master said on Tuesday that no ship had left the port since the storm, and that the council would be told of it before the end of the week. “I have seen the books,” she said.';
const GERMAN =
  'Die Hafenmeisterin sagte am Dienstag, dass seit dem Sturm kein Schiff den Hafen verlassen habe und dass der Rat noch vor Ende der Woche davon erfahren werde. „Ich habe die Bücher gesehen“, sagte sie.';
const FRENCH =
  'La capitaine du port a déclaré mardi qu’aucun navire n’avait quitté le port depuis la tempête et que le conseil en serait informé avant la fin de la semaine. « J’ai vu les registres », a-t-elle dit.';
const RUSSIAN =
  'Начальник порта заявила во вторник, что после шторма ни одно судно не покидало порт и что совету сообщат об этом до конца недели. «Я видела книги», — сказала она.';
const JAPANESE =
  '港長は火曜日、嵐以来、港を出た船は一隻もないと述べ、週末までに議会に報告すると語った。「帳簿を見ました」と彼女は言った。';

describe('the language of a text', () => {
  it.each([
    ['en', ENGLISH],
    ['de', GERMAN],
    ['fr', FRENCH],
    ['ru', RUSSIAN],
    ['ja', JAPANESE],
  ])('is %s by its words', async (language, text) => {
    expect(await detectLanguage(text, null)).toBe(language);
  });

  it('stays as it was told, with its region, where the text agrees', async () => {
    expect(await detectLanguage(ENGLISH, 'en-GB')).toBe('en-GB');
    expect(await detectLanguage(GERMAN, 'de-AT')).toBe('de-AT');
  });

  it('is not what was told where the text plainly contradicts it', async () => {
    expect(await detectLanguage(GERMAN, 'en-US')).toBe('de');
    expect(await detectLanguage(ENGLISH, 'de')).toBe('en');
  });

  it('is not guessed from a few words', async () => {
    expect(await detectLanguage('Nein, sagte sie.', null)).toBeNull();
    expect(await detectLanguage('No, she said.', 'fr')).toBe('fr');
    expect(await detectLanguage('', null)).toBeNull();
  });
});
