import './scene.css';
import { DrawnDigit } from './DrawnDigit.tsx';

export default DrawnDigit;
