export * from '../kit/colour/valueScale.ts';
