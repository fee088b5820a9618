import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { padding } from './scene.ts';

export default sceneComponent(padding);
