import './scene.css';
import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { receptiveField } from './scene.ts';

export default sceneComponent(receptiveField);
