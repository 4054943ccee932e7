import { openStore } from '../../src/store/open-store.ts';
import { fixedClock } from '../support/store-contract.ts';
import { describeStoreProperties } from '../support/store-properties.ts';

describeStoreProperties('the SQLite store', () => openStore(':memory:', { now: fixedClock }));
