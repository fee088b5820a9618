import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { poolingBackward } from './scene.ts';

export default sceneComponent(poolingBackward);
