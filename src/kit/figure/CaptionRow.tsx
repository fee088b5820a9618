import { useFigure, useNow } from '../scene/context.ts';
import { PinNote } from './PinNote.tsx';

/** The moment in words; right of it the pin, or that one can be set. */
export function CaptionRow() {
  const { scene, language } = useFigure();
  const { model, view } = useNow();
  return (
    <figcaption className="frame-caption" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <span className="frame-words">{scene.caption(model, view, language)}</span>
      <PinNote />
    </figcaption>
  );
}
