import { expect, it } from 'vitest';
import { columns, wrap } from '../../../src/view/wrap.ts';

it('breaks lines at spaces and keeps the text to the letter', () => {
  const text = 'one two  three four\n\nfive';
  expect(wrap(text, 9)).toEqual(['one two ', 'three', 'four', '', 'five']);
});

it('gives a long word a line of its own', () => {
  expect(wrap('a bbbbbbbbbbbb c', 5)).toEqual(['a', 'bbbbbbbbbbbb', 'c']);
});

it('counts two columns for wide signs and one for an accented letter', () => {
  expect(columns('日本')).toBe(4);
  expect(columns('e\u0301a')).toBe(2);
});
