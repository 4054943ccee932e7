import { STANCES, type Stance } from '../../records/quote.ts';

export type Form = 'base' | 'third' | 'past' | 'ing';

/** A verb that makes a statement, in one of its forms. */
export interface CueVerb {
  readonly lemma: string;
  readonly form: Form;
  /** The stance it gives unless its sentence says otherwise. */
  readonly stance: Stance;
}

/**
 * The verbs we read as cues, by the stance they give by themselves. How likely each one makes a statement, and with
 * which complement, is learned (`weights.json`); what it means is said here.
 */
const LEMMAS: Readonly<Record<Stance, string>> = {
  claimed: `say tell add state note write tweet retweet explain argue claim announce declare insist assert contend
    maintain reveal report suggest predict conclude recall respond reply remark observe comment stress emphasize
    emphasise underscore underline reiterate repeat indicate estimate allege testify post joke quip boast brag lament
    muse continue counter retort answer ask disclose divulge confide clarify proclaim profess signal imply hint
    intimate inform assure remind notify echo agree protest shout yell cry whisper mutter exclaim read blog text
    email e-mail message call describe refer discuss mention cite quote address express voice raise outline detail
    hail applaud praise thank congratulate apologize apologise highlight tout point speak talk list invoke reference
    offer present issue publish release name label dub characterize characterise portray depict compare liken
    credit rate rank find show conclude judge rule determine summarize summarise interject interrupt intone opine
    reason reflect reminisce recount relate narrate elaborate expound theorize theorise speculate surmise posit
    forecast project calculate communicate convey deliver file submit title headline chant sing scream holler bellow
    gush marvel wonder query inquire enquire probe press grill scoff sneer deadpan snap shoot fire thunder tease
    introduce endorse compliment commend salute celebrate mourn greet welcome reassure persuade convince brief
    caption feature open close begin conclude finish interpret define frame cast paint peg pronounce profess
    advertise advise counsel alert telegraph tell volunteer venture interview 
    attribute ascribe pontificate preach lecture vent fume seethe chime concur affirm
    recite recollect remember regale rattle rail dictate specify stipulate spell argue reckon figure deem
    assess evaluate dub nickname christen brand style term equate laud extol champion plug pitch sell`,
  denied: 'deny reject refute rebut repudiate disavow disown renounce debunk',
  disputed: `dispute contest challenge question doubt dismiss downplay discount minimize minimise contradict disagree object`,
  declined: 'decline refuse',
  confirmed: 'confirm acknowledge admit concede corroborate verify affirm confess',
  warned: 'warn caution threaten ',
  condemned: `condemn denounce criticize criticise blast slam accuse blame decry deplore assail attack lambaste
    rebuke excoriate berate mock ridicule deride complain grumble gripe chide scold castigate chastise blister
    skewer rip hammer hit knock fault bash pan belittle disparage insult taunt ridicule lash savage pillory censure
    reprimand upbraid admonish malign trash thrash charge indict decry bemoan`,
  urged: `urge demand request implore beg plead appeal exhort encourage recommend advise propose order instruct
    direct command petition lobby beseech entreat advocate invite dare prod nudge seek press`,
  promised: 'promise pledge vow swear guarantee commit undertake offer pledge',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  read: 'read',
  speak: 'spoke spoken',
  show: 'showed shown',
  find: 'found',
  begin: 'began begun',
  swear: 'swore sworn',
  forecast: 'forecast',
  sing: 'sang sung',
  sell: 'sold',
  shoot: 'shot',
  rip: 'ripped',
  hit: 'hit',
  seek: 'sought',
  undertake: 'undertook undertaken',
  beseech: 'besought',
  cast: 'cast',
  cry: 'cried',
  spell: 'spelled spelt',
  text: 'texted',
};
const DOUBLING = new Set(
  'quip brag refer rip slam submit grab chat nod plug pan admit commit rebut dub peg snap'.split(' '),
);

function past(lemma: string): string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular) return irregular.split(' ');
  if (DOUBLING.has(lemma)) return [`${lemma}${lemma.at(-1)}ed`];
  if (lemma.endsWith('e')) return [`${lemma}d`];
  if (/[^aeiou]y$/u.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  // British and American: "labelled" and "labeled".
  if (/[^aeiou][ae]l$/u.test(lemma)) return [`${lemma}ed`, `${lemma}led`];
  return [`${lemma}ed`];
}

function third(lemma: string): string {
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh|z)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function progressive(lemma: string): string {
  if (DOUBLING.has(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}

function conjugate(): ReadonlyMap<string, CueVerb> {
  const forms = new Map<string, CueVerb>();
  const put = (word: string, verb: CueVerb): void => {
    if (!forms.has(word)) forms.set(word, verb);
  };
  for (const stance of STANCES) {
    for (const lemma of LEMMAS[stance].split(/\s+/u)) {
      if (lemma === '') continue;
      for (const word of past(lemma)) put(word, { lemma, form: 'past', stance });
      put(third(lemma), { lemma, form: 'third', stance });
      put(progressive(lemma), { lemma, form: 'ing', stance });
      put(lemma, { lemma, form: 'base', stance });
    }
  }
  return forms;
}

/** Every form of every cue verb, lower case. */
export const CUE_VERBS: ReadonlyMap<string, CueVerb> = conjugate();

/** Verbs whose first object is who is spoken to, not what is said. */
export const ADDRESSEE = new Set(
  'tell assure inform remind notify ask advise warn brief persuade convince reassure text email e-mail message alert thank'.split(
    ' ',
  ),
);

/** Verb and preposition that together take the content as their object: "called for", "spoke of". */
export const PREPOSITIONAL: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    call: 'for on upon',
    speak: 'of about against out',
    talk: 'about of up',
    complain: 'about of',
    ask: 'about for',
    refer: 'to',
    point: 'to out',
    object: 'to',
    warn: 'of against about',
    apologize: 'for',
    apologise: 'for',
    rail: 'against about',
    hint: 'at',
    allude: 'to',
    boast: 'about of',
    brag: 'about',
    joke: 'about',
    push: 'for',
    advocate: 'for',
    lash: 'out at',
    comment: 'on',
    elaborate: 'on',
    appeal: 'for to',
    agree: 'to on with',
    disagree: 'with',
    press: 'for on',
    plead: 'for',
    insist: 'on',
    argue: 'for against',
    testify: 'about to',
    write: 'about of',
    inquire: 'about',
    wonder: 'about',
    respond: 'to',
    react: 'to',
    reply: 'to',
    reflect: 'on',
    speculate: 'about',
    confess: 'to',
    admit: 'to',
    commit: 'to',
    marvel: 'at',
    caution: 'against',
    advise: 'against',
    fume: 'about over',
    vent: 'about',
    lobby: 'for against',
    petition: 'for',
    demand: 'for',
    signal: 'to',
    gush: 'about',
    scoff: 'at',
    lecture: 'about',
    report: 'on',
    protest: 'against',
    chime: 'in',
    lament: 'about',
  }).map(([verb, words]) => [verb, new Set(words.split(' '))]),
);

/** Particles that belong to their verb: "pointed out that", "went on to say". */
export const PARTICLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    point: 'out',
    rule: 'out',
    speak: 'out',
    lash: 'out',
    call: 'out',
    spell: 'out',
    chime: 'in',
    cry: 'out',
    shoot: 'back',
    fire: 'back',
    push: 'back',
  }),
);

/** Verbs whose content can be a clause without "that"; behind the others a noun phrase is an object. */
export const CLAUSAL = new Set(
  `say tell add state note write tweet explain argue claim announce declare insist assert contend maintain reveal report
  suggest predict conclude recall respond reply remark observe comment stress emphasize emphasise reiterate repeat
  indicate estimate allege testify joke quip boast brag lament continue counter retort answer disclose confide clarify
  proclaim signal imply hint inform assure remind agree protest acknowledge admit concede confirm deny warn caution
  complain promise pledge vow swear guarantee think believe find show judge rule determine demand propose recommend
  urge ask hope figure reckon guess suspect decide warn advise read mean know learn text email message`.split(
    /\s+/u,
  ),
);

/** Verbs that answer a claim. A missed denial can end a story: they are kept on less evidence than others. */
export const ANSWERING = new Set(
  'deny reject refute repudiate confirm decline refuse acknowledge admit dispute'.split(' '),
);
