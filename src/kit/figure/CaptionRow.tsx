import { useFigure, useNow } from '../scene/context.ts';
import { PinNote } from './PinNote.tsx';

/** The moment in words; right of it the pin, or that one can be set. */
export function CaptionRow() {
  const { scene, language } = useFigure();
  const { model, view } = useNow();
  return (
    <div className="frame-caption">
      <figcaption className="frame-words" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
        {scene.caption(model, view, language)}
      </figcaption>
      <PinNote />
    </div>
  );
}
