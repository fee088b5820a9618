export { default } from './Scene.tsx';
