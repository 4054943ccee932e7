const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Nouns that make a statement when they have a speaker and a content: "the ministry's claim that …". */
export const CUE_NOUNS =
  words(`claim claims statement statements denial denials accusation accusations allegation
  allegations assertion assertions suggestion suggestions argument arguments warning warnings call calls promise
  promises pledge pledges vow vows threat threats demand demands request requests complaint complaints criticism
  announcement announcements comment comments remark remarks report reports contention insistence declaration
  declarations testimony admission acknowledgment acknowledgement prediction predictions question questions proposal
  proposals contention charge charges attack attacks assurance assurances plea pleas appeal message response
  explanation conclusion description characterization endorsement tweet tweets post speech letter rebuke refusal
  confirmation confirmations`);

/** Of these, the ones that answer a claim: somebody's denial is on the record like the verb. */
export const ANSWERING_NOUNS = words(
  'denial denials refusal admission acknowledgment acknowledgement confirmation confirmations',
);

/** What a denial answers, by its name. */
export const CLAIM_NOUNS =
  words(`report reports claim claims allegation allegations accusation accusations charge charges
  rumor rumors rumour rumours suggestion suggestions question questions story stories`);

/** Words that may stand between a subject and its verb without being either. */
export const RELATIVE = words('who which that whom');
export const PRONOUNS = words('he she they it i we you who');
export const NEGATORS = words("not n't never no neither nor without cannot");
export const TIME_WORDS =
  words(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight
  tomorrow morning afternoon evening night week month year weekend mondays january february march april may june july
  august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. noon midnight`);
export const TIME_OPENERS = words('last this next earlier later late early that the');
/** Prepositions that may lead from the cue past place, time and occasion to the content. */
export const SKIPPED_PREPOSITIONS =
  words(`in at on during to with through via after before from of about for by
  outside inside near over against following amid as`);
export const WH_WORDS = words('what how why where when who whether if which whom whose');
/** Words that open a new clause after a content: where a content may end. */
export const CLAUSE_WORDS =
  words(`but while although though as when after before because since until if and or so
  which who whom where whereas even despite unless yet nor with including citing amid following during`);
/** "declined", "refuses": who says so keeps the words to themselves. */
export const REFUSING = /^(?:declin|refus)(?:e|es|ed|ing)$/u;
