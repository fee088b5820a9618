/** Keeps a page translator off numbers and letters. React's types know the attribute for HTML alone; browsers keep to it in SVG too. */
export const UNTRANSLATED: object = { translate: 'no' };

/** Words within a drawing of numbers. */
export const TRANSLATED: object = { translate: 'yes' };
