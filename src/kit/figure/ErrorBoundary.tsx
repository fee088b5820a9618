import { Component, Fragment, type ReactNode } from 'react';
import type { Language } from '../../language/language.ts';

interface ErrorBoundaryProps {
  readonly language: Language;
  readonly scene: string;
  /** Called anew for each start; attempts are counted from 0. */
  children(attempt: number): ReactNode;
}

const WORDS = {
  title: { en: 'This figure stopped.', zh: '这幅图出错了。' },
  rest: {
    en: 'The rest of the article is untouched. Start the figure again; if it stops again, the message helps us.',
    zh: '文章的其余部分不受影响。请重新启动这幅图；如果再次出错，下面的信息能帮助我们。',
  },
  again: { en: 'Start again', zh: '重新启动' },
} as const;

interface Attempt {
  readonly error: Error | null;
  readonly attempt: number;
}

/** One broken figure never takes the article with it; it starts again with nothing of what it had. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Attempt> {
  override state: Attempt = { error: null, attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<Attempt> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error, attempt } = this.state;
    const { language, scene, children } = this.props;
    if (!error) return <Fragment key={attempt}>{children(attempt)}</Fragment>;
    return (
      <figure className="scene-figure is-broken" data-scene={scene}>
        <div className="frame-card" role="alert">
          <p>
            <strong>{WORDS.title[language]}</strong> <span>{WORDS.rest[language]}</span>
          </p>
          <p>
            <code>{error.message}</code>
          </p>
          <button
            type="button"
            className="kit-button"
            onClick={() => this.setState({ error: null, attempt: attempt + 1 })}
          >
            {WORDS.again[language]}
          </button>
        </div>
      </figure>
    );
  }
}
