/*
 * npm run fonts: cuts the two families of the page down to what it uses and writes them to src/site/styles/fonts/:
 * the letters and signs below, the weights from 400 to 700. Less than half of what the packages ship.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const FONTS = [
  ['inter', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'],
  ['source-serif-4', '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'],
] as const;
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('');
/** Letters of names, quotation marks, dashes, arrows, the signs of arithmetic; what a family lacks is passed over. */
const MORE = '\u00a0áàâäåãæçéèêëíìïîñóòôöøúùûüýßÉÖÜ‘’“”–—…·§©±×÷−°²³¼½¾µ«»←↑→↓';
const WEIGHTS = { wght: { min: 400, max: 700 } };

mkdirSync('src/site/styles/fonts', { recursive: true });
for (const [name, file] of FONTS) {
  const full = readFileSync(`node_modules/${file}`);
  const font = await subsetFont(full, ASCII + MORE, {
    targetFormat: 'woff2',
    variationAxes: WEIGHTS,
    // Tables need Inter's other digits; the prose needs none of the alternates.
    noLayoutClosure: name !== 'inter',
  });
  writeFileSync(`src/site/styles/fonts/${name}.woff2`, font);
  console.log(`${name}: ${full.length} → ${font.length} bytes`);
}
