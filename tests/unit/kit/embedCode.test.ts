import { describe, expect, it } from 'vitest';
import { articleAddress, embedAddress, embedCode } from '../../../src/kit/copy/embedCode.ts';

const HERE = 'https://a.example/sub/zh/stride/';
const HASH = '#scene=stride&stride=2&input=1,2';

describe('the address of a figure alone', () => {
  it('is that of its page, with its name and its state', () => {
    expect(embedAddress(`${HERE}?utm=1#stride`, 'stride', HASH)).toBe(`${HERE}?embed=stride${HASH}`);
    expect(embedAddress(`${HERE}?embed=other&theme=dark`, 'stride', HASH)).toBe(
      `${HERE}?embed=stride${HASH}`,
    );
  });

  it('keeps what was asked for where the figure stands alone already', () => {
    const alone = `${HERE}?embed=stride&theme=dark&controls=none`;
    expect(embedAddress(`${alone}#x`, 'stride', HASH)).toBe(alone + HASH);
    expect(articleAddress(alone + HASH)).toBe(HERE + HASH);
  });
});

it('the code names the figure, is as large as it is, and is valid whatever stands in it', () => {
  const code = embedCode({
    address: embedAddress(HERE, 'stride', HASH),
    title: 'Figure 5.1: "Stride" & <more>',
    width: 1200.4,
    height: 612,
  });
  expect(code).toBe(
    `<iframe src="${HERE}?embed=stride#scene=stride&amp;stride=2&amp;input=1,2" title="Figure 5.1: &quot;Stride&quot; &amp; <more>" ` +
      'width="1201" height="644" style="border: 0; max-width: 100%" loading="lazy" allow="fullscreen; clipboard-write"></iframe>',
  );
});
