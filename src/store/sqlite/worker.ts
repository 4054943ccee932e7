import { enableCompileCache } from 'node:module';

// A thread does not inherit this; without it the modules are compiled anew at every start.
enableCompileCache();
await import('./serve-worker.ts');
