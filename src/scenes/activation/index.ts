import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { activation } from './scene.ts';

export default sceneComponent(activation);
