import type { KatexOptions } from 'katex';

const TRUSTED = new Set(['\\htmlData', '\\htmlClass']);

/** Options of every formula on the page: our own class and data commands, nothing else trusted. */
export const katexOptions = (displayMode: boolean): KatexOptions => ({
  displayMode,
  throwOnError: false,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
  trust: (context) => TRUSTED.has(context.command),
});
