import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { stride } from './scene.ts';

export default sceneComponent(stride);
