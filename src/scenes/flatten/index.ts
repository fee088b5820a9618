import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { flattenScene } from './scene.ts';

export default sceneComponent(flattenScene);
