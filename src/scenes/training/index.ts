import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { training } from './scene.ts';
import './scene.css';

export default sceneComponent(training);
