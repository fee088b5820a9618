import { sceneComponent } from '../../kit/figure/SceneFigure.tsx';
import { weightSharing } from './scene.tsx';
import './scene.css';

export default sceneComponent(weightSharing);
