import { describe, expect, it } from 'vitest';
import { groupByStance } from '../../../src/answer/gather-quotes.ts';
import { selectEvidence } from '../../../src/answer/select-evidence.ts';
import { sketchQuote, type QuoteSketch } from '../../support/model-quotes.ts';

const select = (sketches: readonly QuoteSketch[], quotes: number, characters = 10_000) =>
  selectEvidence(groupByStance(sketches.map(sketchQuote), 'denied'), { quotes, characters }).map(
    ({ id }) => id,
  );

const text = 'No missile left our ports.';

describe('The quotes a summary is made from', () => {
  it('begin with the newest statement of each speaker on each stance, the asked stance first', () => {
    const sketches = [
      { id: 'old', text, name: 'Mara Eld', day: '2025-03-01' },
      { id: 'new', text, name: 'Mara Eld', day: '2025-03-09' },
      { id: 'other', text, name: 'Tomas Eke', day: '2025-03-02' },
      { id: 'turned', text, name: 'Mara Eld', day: '2025-03-05', stance: 'confirmed' },
    ] as const;
    expect(select(sketches, 3)).toEqual(['new', 'turned', 'other']);
    expect(select(sketches, 9)).toEqual(['new', 'turned', 'other', 'old']);
  });

  it('bring another outlet and another day before more of the same', () => {
    const sketches = [
      { id: 'first', text, name: 'Mara Eld', day: '2025-03-09', outlet: 'Harbour Post' },
      { id: 'same-day', text, name: 'Tomas Eke', day: '2025-03-09', outlet: 'Harbour Post' },
      { id: 'same-outlet', text, name: 'Ada Moen', day: '2025-03-08', outlet: 'Harbour Post' },
      { id: 'fresh', text, name: 'Rolf Stig', day: '2025-03-07', outlet: 'Fjord Mail' },
    ] as const;
    expect(select(sketches, 4)).toEqual(['first', 'fresh', 'same-outlet', 'same-day']);
  });

  it('leave no stance out where another has very many', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: `d${index}`,
      text,
      name: `Person ${index}`,
    }));
    const chosen = select([...many, { id: 'c', text, name: 'Lena Brandt', stance: 'confirmed' }], 24);
    expect([chosen.length, chosen.includes('c')]).toEqual([24, true]);
  });

  it('stay within the characters there are', () => {
    const sketches = ['a', 'b', 'c'].map((id) => ({ id, text: 'x'.repeat(40), name: `Name ${id}` }));
    expect(select(sketches, 9, 100).length).toBe(2);
  });
});
