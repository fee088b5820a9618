import './scene.css';

export { default } from './Scene.tsx';
