import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { saliency } from './scene.ts';
import './scene.css';

export default sceneComponent(saliency);
