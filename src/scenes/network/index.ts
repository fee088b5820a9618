import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { network } from './scene.ts';
import './scene.css';

export default sceneComponent(network);
