import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { bench } from './scene.ts';

export default sceneComponent(bench);
