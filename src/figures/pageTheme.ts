export * from '../kit/colour/pageTheme.ts';
