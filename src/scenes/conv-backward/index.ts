import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { convBackward } from './scene.ts';

export default sceneComponent(convBackward);
