export * from '../kit/window/sizeNote.ts';
