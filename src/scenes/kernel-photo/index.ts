import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { kernelPhoto } from './scene.ts';
import './scene.css';

export default sceneComponent(kernelPhoto);
