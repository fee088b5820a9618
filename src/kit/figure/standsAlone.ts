/** Whether the figure stands alone in the page of someone else, or on a slide: then nothing is remembered of it. */
export const standsAlone = (): boolean => document.documentElement.dataset['embed'] !== undefined;
