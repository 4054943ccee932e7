import { ADDRESS_CASES } from './addresses.ts';
import type { HostileCase } from './case.ts';
import { CONTENT_CASES } from './content.ts';
import { TRANSPORT_CASES } from './transport.ts';

/** The hostile web, case by case. */
export const HOSTILE_CASES: readonly HostileCase[] = [...ADDRESS_CASES, ...TRANSPORT_CASES, ...CONTENT_CASES];
