import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { denseNetwork } from './scene.tsx';
import './scene.css';

export default sceneComponent(denseNetwork);
