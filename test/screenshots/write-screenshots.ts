/** Draws every card as Discord shows it, for the README: `npm run screenshots`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, DIGESTS, SCREENSHOTS } from './digests.ts';
import { drawMessage } from './draw-message.ts';
import { openRenderer } from './measure.ts';
import { takeShots } from './take-shots.ts';

const WIDTH = 640;

const shots = await takeShots();
const renderer = await openRenderer();
for (const shot of shots) {
  const png = renderer.render(drawMessage(shot, renderer), WIDTH);
  await writeFile(join(SCREENSHOTS, `${shot.name}.png`), png);
  console.log(`${shot.name}.png  ${Math.round(png.length / 1024)} KB`);
}
const digests = Object.fromEntries(shots.map((shot) => [shot.name, digestOf(shot)]));
await writeFile(DIGESTS, `${JSON.stringify(digests, null, 2)}\n`);
