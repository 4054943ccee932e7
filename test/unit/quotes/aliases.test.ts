import { describe, expect, it } from 'vitest';
import { findAliases } from '../../../src/quotes/aliases.ts';

const NAMES = new Set(['European Commission', 'Commission', 'Harbour Workers’ Union', 'Bo Wick']);
const aliases = (text: string) => Object.fromEntries(findAliases(text, NAMES));

describe('the acronyms of names', () => {
  it('stand in brackets right behind them', () => {
    expect(aliases('The European Commission (EC) and the Harbour Workers’ Union (the “HWU”) met.')).toEqual({
      'European Commission': ['EC'],
      'Harbour Workers’ Union': ['HWU'],
    });
  });

  it.each([
    'The European Commission met (EC) twice.',
    'The European Commission (Brussels) met.',
    'The European Commission (CE) met.',
    'Bo Wick (R) spoke, and Bo Wick (Ordan) and Bo Wick (USA) with him.',
    'Somebody (SB) spoke. (EC)',
  ])('are nothing else in brackets: %s', (text) => {
    expect(aliases(text)).toEqual({});
  });
});
