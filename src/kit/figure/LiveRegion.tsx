import { useEffect, useRef, useState } from 'react';
import { equationText } from '../line/equationText.ts';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';

/** A reader who scrubs hears where it ends, not every place on the way. */
const REST = 150;

/** Says a step in words, its arithmetic included, once the reader rests; while the figure plays it stays silent. */
export function LiveRegion() {
  const { scene, language } = useFigure();
  const { model, view } = useNow();
  const moving = useFigureState((state) => state.playing || state.held !== null);
  const words = (scene.spoken ?? scene.caption)(model, view, language);
  const [equation] = view.equations;
  const spoken = equation ? `${words} ${equationText(equation)}` : words;
  const first = useRef(spoken);
  const [text, setText] = useState('');
  useEffect(() => {
    if (moving || spoken === first.current) return;
    first.current = '';
    const timer = setTimeout(() => setText(spoken), REST);
    return () => clearTimeout(timer);
  }, [spoken, moving]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
