import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { parameterExplosion } from './scene.ts';
import './scene.css';

export default sceneComponent(parameterExplosion);
