import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { trainingStep } from './scene.ts';
import './scene.css';

export default sceneComponent(trainingStep);
