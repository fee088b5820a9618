import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { gates } from './scene.ts';

export default sceneComponent(gates);
