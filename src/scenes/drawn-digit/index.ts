import './scene.css';
import { guarded } from '../../kit/figure/guarded.tsx';
import { DrawnDigit } from './DrawnDigit.tsx';

export default guarded('drawn-digit', DrawnDigit);
