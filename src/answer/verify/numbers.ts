const AMOUNT = /[$€£]? ?\p{Nd}[\p{Nd}.,:]*(?: ?%)?/gu;

/** The numbers of a normalised text, thousands commas left out, each with its currency or per cent sign. */
export function amountsIn(normalised: string): readonly string[] {
  return [...normalised.matchAll(AMOUNT)].map(([amount]) =>
    amount
      .replaceAll(' ', '')
      .replace(/[.,:]+(?=%?$)/, '')
      .replaceAll(/,(?=\p{Nd}{3})/gu, ''),
  );
}
