import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { bench } from './scene.ts';
import './scene.css';

export default sceneComponent(bench);
