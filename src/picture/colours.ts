import type { Stance } from '../records/quote.ts';

/** Colours that people who see few of them tell apart, after Okabe and Ito, https://jfly.uni-koeln.de/color/. */
export const COLOURS: Readonly<Record<Stance, string>> = {
  denied: '#d55e00',
  disputed: '#e69f00',
  declined: '#999999',
  confirmed: '#009e73',
  claimed: '#56b4e9',
  warned: '#cc79a7',
  condemned: '#a87464',
  urged: '#4d9bd1',
  promised: '#b5a900',
};
