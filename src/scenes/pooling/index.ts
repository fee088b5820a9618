import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { pooling } from './scene.ts';

export default sceneComponent(pooling);
