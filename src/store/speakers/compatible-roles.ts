import { wordsOf } from '../words.ts';

/** Callings between which people do not move while the papers quote them: a goalkeeper is no foreign minister. */
const CALLINGS: readonly (readonly [name: string, words: string])[] = [
  [
    'public',
    'minister premier president chancellor senator congressman congresswoman lawmaker legislator mp deputy governor mayor councillor councilman spokesman spokeswoman spokesperson ambassador diplomat secretary envoy consul general colonel admiral brigadier major commander troops army navy military militia officer official police commissioner prosecutor judge attorney government king queen prince princess ministry parliament party candidate campaigner',
  ],
  [
    'sport',
    'goalkeeper striker midfielder defender winger footballer coach player athlete sprinter swimmer cyclist boxer wrestler golfer skater skier gymnast quarterback pitcher batsman bowler champion referee medallist jockey',
  ],
  [
    'arts',
    'singer songwriter musician rapper guitarist drummer pianist violinist composer conductor actor actress comedian dancer ballerina choreographer painter sculptor novelist poet playwright filmmaker photographer designer',
  ],
  [
    'medicine',
    'surgeon physician nurse midwife paramedic cardiologist oncologist paediatrician pediatrician psychiatrist dentist',
  ],
  [
    'trade',
    'farmer fisherman baker butcher carpenter plumber electrician welder driver waiter waitress chef cook shopkeeper hairdresser cleaner student pupil pensioner resident neighbour neighbor',
  ],
  ['church', 'priest bishop archbishop cardinal pope imam rabbi pastor vicar monk nun'],
];

const CALLING_OF: ReadonlyMap<string, string> = new Map(
  CALLINGS.flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

function callingsIn(role: string): ReadonlySet<string> {
  return new Set(
    wordsOf(role).flatMap((word) => CALLING_OF.get(word) ?? CALLING_OF.get(word.replace(/s$/u, '')) ?? []),
  );
}

/**
 * Whether one person may bear both roles. Only callings that are clearly others speak against it: a minister may have been
 * a lawyer, and a role nobody knows fits everybody.
 */
export function areCompatible(roles: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [roles, others].map((some) => new Set(some.flatMap((role) => [...callingsIn(role)])));
  if (one === undefined || other === undefined || one.size === 0 || other.size === 0) return true;
  return [...one].some((calling) => other.has(calling));
}
