import { openStore } from '../../../src/store/open-store.ts';
import { describeStore, fixedClock } from '../../support/store-contract.ts';

describeStore('the SQLite store', () => openStore(':memory:', { now: fixedClock }));
