import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { gradientCheck } from './scene.ts';
import './scene.css';

export default sceneComponent(gradientCheck);
