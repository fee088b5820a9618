import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { softmaxScene } from './scene.ts';

export default sceneComponent(softmaxScene);
