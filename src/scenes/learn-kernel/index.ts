import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { learnKernel } from './scene.ts';

export default sceneComponent(learnKernel);
