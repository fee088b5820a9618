import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { padding } from './scene.tsx';

export default sceneComponent(padding);
