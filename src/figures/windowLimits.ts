export * from '../kit/window/windowLimits.ts';
