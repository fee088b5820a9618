export * from '../kit/colour/valuePalette.ts';
