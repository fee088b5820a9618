import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { pooling } from './scene.ts';
import './scene.css';

export default sceneComponent(pooling);
