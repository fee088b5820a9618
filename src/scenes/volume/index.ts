import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { volume } from './scene.ts';
import './scene.css';

export default sceneComponent(volume);
