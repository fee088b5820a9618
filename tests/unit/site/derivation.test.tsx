import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Derivation, Line } from '../../../src/site/pages/chapter/Derivation.tsx';

const render = (open: boolean): string =>
  renderToStaticMarkup(
    <Derivation
      scene="conv-backward"
      title="∂b"
      language="en"
      open={open}
      figureHref={(scene) => `#fig-${scene}`}
    >
      <Line tex="\partial b=1" to="bias-first">
        It is added.
      </Line>{' '}
      <Line tex="\partial b=2" to="bias-sum">
        It collects.
      </Line>
    </Derivation>,
  );

describe('a derivation', () => {
  it('has every line open until a script folds it, and each leads to its beat and to the figure', () => {
    const html = render(false);
    expect(html.match(/<li class="derivation-line">/g)).toHaveLength(2);
    expect(html).toMatch(/<a class="derivation-step" href="#fig-conv-backward" data-beat="bias-first"/);
    expect(html).toMatch(/data-beat="bias-sum" data-beat-scene="conv-backward"/);
    expect(html).toMatch(/<p class="derivation-steps" hidden="">/);
    expect(html).toContain('It collects.');
    expect(html).toMatch(/<math/);
  });

  it('has a name, and says aloud what unfolds', () => {
    const html = render(false);
    const [, id] = /aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`id="${id}">∂b</p>`);
    expect(html).toContain('<ol class="derivation-lines" aria-live="polite">');
  });

  it('has nothing to press on paper', () => {
    const html = render(true);
    expect(html).not.toMatch(/<button|data-derivation=/);
    expect(html.match(/<li /g)).toHaveLength(2);
  });

  it('takes no line that stands alone', () => {
    expect(() =>
      renderToStaticMarkup(
        <Line tex="x" to="y">
          z
        </Line>,
      ),
    ).toThrow('<Derivation>');
  });
});
