import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { convolution } from './scene.ts';

export default sceneComponent(convolution);
