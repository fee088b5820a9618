import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { convMatrix } from './scene.ts';
import './scene.css';

export default sceneComponent(convMatrix);
