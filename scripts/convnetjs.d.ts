declare module 'convnetjs';
