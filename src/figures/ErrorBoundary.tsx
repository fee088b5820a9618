import { Component, type ReactNode } from 'react';
import type { Language } from '../language/language.ts';

interface ErrorBoundaryProps {
  readonly language: Language;
  readonly scene: string;
  readonly children: ReactNode;
}

const WORDS = {
  title: { en: 'This figure stopped.', zh: '这幅图出错了。' },
  rest: {
    en: 'The rest of the article is untouched. Start the figure again; if it stops again, the message helps us.',
    zh: '文章的其余部分不受影响。请重新启动这幅图；如果再次出错，下面的信息能帮助我们。',
  },
  again: { en: 'Start again', zh: '重新启动' },
} as const;

/** One broken figure never takes the article with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { language, scene, children } = this.props;
    if (!error) return children;
    return (
      <figure className="figure figure-broken" data-scene={scene}>
        <div role="alert">
          <p>
            <strong>{WORDS.title[language]}</strong> {WORDS.rest[language]}
          </p>
          <p>
            <code>{error.message}</code>
          </p>
          <button type="button" onClick={() => this.setState({ error: null })}>
            {WORDS.again[language]}
          </button>
        </div>
      </figure>
    );
  }
}
