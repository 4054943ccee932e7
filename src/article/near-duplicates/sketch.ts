import { SKETCH_SIZE, type Sketch } from '../../records/sketch.ts';
import { shinglesOf } from './shingles.ts';

/** The sketch of a text, by which its copies are recognised. The same words give the same sketch. */
export function sketchOf(text: string): Sketch {
  const sketch: number[] = [];
  for (const hash of shinglesOf(text).sort()) {
    if (hash === sketch.at(-1)) continue;
    if (sketch.length === SKETCH_SIZE) break;
    sketch.push(hash);
  }
  return sketch;
}
