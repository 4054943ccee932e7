/** Verbs that judge, by the word that ties the judgement to who is judged; '' where none does: "was called a liar". */
const TIED: Readonly<Record<string, string>> = {
  '': 'call dub label brand nickname christen style term deem',
  as: `describe characterize characterise portray depict dismiss denounce condemn hail praise ridicule deride criticize
    criticise label brand applaud cast mock slam blast reject refute repudiate rebut`,
  for: `criticize criticise praise condemn blame mock fault hail blast slam rebuke ridicule applaud attack denounce pan
    assail laud chastise scold berate excoriate censure reprimand knock pillory skewer lambaste`,
  of: 'accuse',
  over: 'criticize criticise attack condemn blast slam assail',
};

/** The ties that each judging verb takes. */
export const JUDGING: ReadonlyMap<string, ReadonlySet<string>> = tiesOfVerbs();

function tiesOfVerbs(): ReadonlyMap<string, ReadonlySet<string>> {
  const ties = new Map<string, Set<string>>();
  for (const [tie, lemmas] of Object.entries(TIED))
    for (const lemma of lemmas.split(/\s+/u)) ties.set(lemma, (ties.get(lemma) ?? new Set()).add(tie));
  return ties;
}
