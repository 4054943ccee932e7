const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Titles that stand before a name and are no part of it; lower case, with and without their stop. */
export const HONORIFICS = words(
  `mr mrs ms miss mx dr cllr cllr. sir dame lord lady prof rev reverend hon mr. mrs. ms. dr. prof. rev. hon.`,
);
export const FEMALE_HONORIFICS = words('mrs ms miss dame lady mrs. ms. madam');
export const MALE_HONORIFICS = words('mr sir lord mr.');

/** Offices that stand before a name and are kept as its role; lower case. */
export const OFFICES =
  words(`president vice chancellor premier prime minister senator sen sen. sens. rep rep. reps.
  representative congressman congresswoman governor gov gov. mayor secretary king queen prince princess general gen gen.
  colonel col col. captain capt capt. lieutenant lt lt. sergeant sgt sgt. admiral adm. major maj. commander cmdr. judge
  justice pope archbishop bishop cardinal ayatollah sheikh imam rabbi ambassador envoy chairman chairwoman chair
  chairperson director chief commissioner inspector detective sheriff attorney speaker leader coach deputy foreign
  defence defense interior finance energy health justice economy trade transport education spokesman spokeswoman
  spokesperson councillor councilman delegate officer minister deputy-minister state-secretary professor doctor
  candidate nominee analyst economist lawyer author former ex acting mp mep msp councilwoman councilmember alderman
  assemblyman assemblywoman congressmember undersecretary superintendent comptroller treasurer solicitor marshal
  constable corporal brigadier commodore ceo cfo coo cto emir sultan`);

/** Last words of names of bodies: a person's name starts behind them ("… Central Headquarters Fazlollah Nozari"). */
export const BODY_WORDS =
  words(`headquarters ministry department agency council committee party university institute
  bank court office company group union force forces army navy guard guards police association center centre
  foundation campaign administration house senate commission corporation board bureau command corps fund network
  news times post journal herald tribune service services parliament congress assembly republic federation inc inc.
  corp corp. ltd llc co co. organization organisation authority alliance society league club school college church
  hospital museum theatre coalition front movement team staff embassy mission press radio television tv media
  telegraph guardian observer gazette chronicle gazeta kremlin pentagon white nations states kingdom staff watch`);

/** Nouns for people who speak without being named. */
export const PERSON_NOUNS =
  words(`official officials source sources spokesman spokeswoman spokesperson spokespeople
  spokesmen diplomat diplomats aide aides adviser advisers advisor advisors person people analyst analysts expert
  experts witness witnesses resident residents insider insiders lawmaker lawmakers critic critics supporter
  supporters voter voters minister ministers officer officers prosecutor prosecutors lawyer lawyers attorney attorneys
  executive executives employee employees worker workers researcher researchers scientist scientists doctor doctors
  investigator investigators authorities commander commanders soldier soldiers envoy envoys ambassador negotiator
  negotiators operative operatives strategist strategists donor donors economist economists observer observers
  activist activists rebel rebels leader leaders senator senators representative representatives man woman men women
  teacher teachers student students parent parents neighbor neighbors neighbour neighbours friend friends colleague
  colleagues detective sheriff judge judges director chairman chairwoman president secretary governor mayor
  chancellor premier professor author candidate nominee general colonel captain admiral chief head deputy
  successor predecessor brother sister wife husband father mother son daughter lawmaker widow widower
  cousin uncle aunt boss ally rival spokeswomen journalist reporter reporters editor editors organizer organizers organiser manager managers someone somebody
  clerk campaigner campaigners protester protesters commuter commuters passenger passengers survivor survivors victim
  victims farmer farmers engineer engineers pilot pilots driver drivers nurse nurses villager villagers trader traders
  shopkeeper shopkeepers dealer dealers investor investors juror jurors bystander bystanders volunteer volunteers
  consultant consultants historian historians scholar scholars veteran veterans refugee refugees migrant migrants
  patient patients customer customers shareholder shareholders tenant tenants landlord landlords councillor councillors
  deputies mp mps legislator legislators paramedic paramedics firefighter firefighters policeman policewoman detectives
  inspector inspectors spokespersons staffer staffers lobbyist lobbyists pollster pollsters columnist columnists
  commentator commentators moderator presenter mourner mourners worshipper worshippers priest priests pastor imam
  defendant defendants plaintiff plaintiffs claimant inmate inmates hostage hostages detainee detainees child children
  boy boys girl girls guard guards agent agents`);

/** Given names whose bearers are mostly women or men: only used to tell whom "she" and "he" can mean. */
export const FEMALE_NAMES =
  words(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
  betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca
  sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
  debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
  christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances
  kathryn janice jean alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
  diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania nadia olga irina elena natalia
  svetlana fatima aisha leila maryam amina ursula angela marine giorgia jacinda theresa nicola kamala nikki carly
  condoleezza madeleine sonia indira benazir megyn heidi debbie kate jane anne claire lucy olena yulia katya ingrid
  astrid greta sofia lena mira petra ilona marta katarina zuzana sanna mette magdalena ewa agnieszka joanna`);
export const MALE_NAMES =
  words(`james robert john michael david william richard joseph thomas christopher charles
  daniel matthew anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward
  jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
  patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan
  jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan
  billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell
  bradley philip eugene barack bernie ted marco jeb mike bill tim dmitry vladimir sergei sergey ivan viktor igor oleg
  andrei alexei mikhail nikolai yuri boris mohammad mohammed muhammad ahmed ali hassan hussein omar abbas ibrahim
  mahmoud khalid yusuf recep emmanuel olaf friedrich jens boris rishi keir justin narendra xi benjamin avner uri
  antonio pedro carlos luis jorge miguel fernando hans klaus karl otto stefan lars erik sven martin tom jim bob dan
  steve greg matt chris jeff tony rick ron ken doug phil herman viktor herbert`);

const AGENT =
  /(?:[^aeiou]er|or|ist|eer|ian|man|woman|master|keeper|smith|chef|clerk|cook|guard|monk|nurse|scout|pilot|commodore|skipper|treasurer|engineer|diplomat|grocer|curator|potter|owner|ranger)$/u;

/** Whether a word reads like somebody's trade or office ("potter", "hydrologist") and is nobody's given name. */
export function isTrade(word: string): boolean {
  if (FEMALE_NAMES.has(word) || MALE_NAMES.has(word)) return false;
  return PERSON_NOUNS.has(word) || OFFICES.has(word) || (word.length > 3 && AGENT.test(word));
}
