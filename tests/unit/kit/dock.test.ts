import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dockScale, edgeFor, isInView, scrollFor } from '../../../src/kit/dock/geometry.ts';
import { sentenceAround } from '../../../src/kit/dock/sentence.ts';

const view = { top: 48, bottom: 768 };

describe('where a figure docks', () => {
  it('is the edge that does not hold the sentence', () => {
    expect(edgeFor({ top: 100, bottom: 130 }, view)).toBe('bottom');
    expect(edgeFor({ top: 600, bottom: 630 }, view)).toBe('top');
  });

  it('covers nothing of a sentence that fits, and moves it only when it would', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 48, max: 700 }),
        fc.integer({ min: 20, max: 240 }),
        fc.integer({ min: 100, max: 384 }),
        (top, height, dockHeight) => {
          const sentence = { top, bottom: top + height };
          const edge = edgeFor(sentence, view);
          const dock =
            edge === 'top' ? { top: 56, bottom: 56 + dockHeight } : { top: 768 - dockHeight, bottom: 768 };
          const by = scrollFor(sentence, sentence, dock, edge, view);
          const after = { top: sentence.top - by, bottom: sentence.bottom - by };
          expect(after.top >= dock.bottom || after.bottom <= dock.top).toBe(true);
          if (sentence.top > dock.bottom + 12 || sentence.bottom < dock.top - 12) expect(by + 0).toBe(0);
        },
      ),
    );
  });

  it('keeps the phrase in sight where the sentence is taller than what is left', () => {
    const phrase = { top: 500, bottom: 530 };
    const by = scrollFor({ top: 60, bottom: 760 }, phrase, { top: 56, bottom: 440 }, 'top', view);
    expect(phrase.top - by).toBeGreaterThanOrEqual(440);
    expect(phrase.bottom - by).toBeLessThanOrEqual(768);
  });

  it('scales the stage so that all of it takes at most half of the window', () => {
    const stage = { width: 960, height: 336 };
    const room = { width: 936, window: 768, header: 48 };
    const scale = dockScale(stage, room, 120);
    expect(336 * scale + 120).toBeLessThanOrEqual(384);
    expect(dockScale(stage, { ...room, window: 2000 }, 120)).toBeCloseTo(936 / 960);
    expect(dockScale({ width: 300, height: 100 }, room, 120)).toBe(1);
  });

  it('knows what is wholly in view', () => {
    expect(isInView({ top: 48, bottom: 768 }, view)).toBe(true);
    expect(isInView({ top: 40, bottom: 500 }, view)).toBe(false);
    expect(isInView({ top: 500, bottom: 780 }, view)).toBe(false);
  });
});

describe('the sentence around a phrase', () => {
  const at = (text: string, phrase: string): string => {
    const from = text.indexOf(phrase);
    return text.slice(...sentenceAround(text, from, from + phrase.length)).trim();
  };
  it.each([
    [
      'Move it on. Half-way through, the rule is the same. It ends.',
      'Half-way',
      'Half-way through, the rule is the same.',
    ],
    ['A step of 0.5 is half of 1.0 here. Next.', 'half', 'A step of 0.5 is half of 1.0 here.'],
    ['先看第一格。走到一半，规则没变。完。', '一半', '走到一半，规则没变。'],
    ['He said “stop.” Then it stops at the end', 'stops', 'Then it stops at the end'],
    ['No end', 'No', 'No end'],
  ])('%s', (text, phrase, sentence) => expect(at(text, phrase)).toBe(sentence));

  it('always holds the phrase', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(80), fc.nat(80), (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const [start, end] = sentenceAround(text, from, to);
        expect(start <= from && end >= to).toBe(true);
      }),
    );
  });
});
