import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { push } from './scene.ts';
import './scene.css';

export default sceneComponent(push);
