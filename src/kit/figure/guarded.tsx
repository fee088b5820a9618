import type { ComponentType } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { SceneProps } from './SceneFigure.tsx';

/** A figure that is no `defineScene` one, with an error boundary of its own. */
export function guarded(scene: string, Figure: ComponentType<SceneProps>): ComponentType<SceneProps> {
  return function Guarded(props: SceneProps) {
    return (
      <ErrorBoundary language={props.language} scene={scene}>
        {() => <Figure {...props} />}
      </ErrorBoundary>
    );
  };
}
