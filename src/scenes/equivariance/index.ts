import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { equivariance } from './scene.tsx';
import './scene.css';

export default sceneComponent(equivariance);
