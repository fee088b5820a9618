import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { convLayer } from './scene.ts';
import './scene.css';

export default sceneComponent(convLayer);
