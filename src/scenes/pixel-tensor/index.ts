import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { pixelTensor } from './scene.ts';
import './scene.css';

export default sceneComponent(pixelTensor);
