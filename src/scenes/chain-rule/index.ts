import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { chainRule } from './scene.ts';

export default sceneComponent(chainRule);
