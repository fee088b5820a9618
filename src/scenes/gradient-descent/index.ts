import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { gradientDescent } from './scene.ts';

export default sceneComponent(gradientDescent);
