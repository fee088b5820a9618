import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { brokenFilter } from './scene.ts';
import './scene.css';

export default sceneComponent(brokenFilter);
