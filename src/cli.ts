#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --max-semi-space-size=4
import { enableCompileCache } from 'node:module';

// Compiled code is kept between runs: it halves the time to the first answer. So nothing is imported before this.
enableCompileCache();
const { runProcess } = await import('./cli/process.ts');
await runProcess();
