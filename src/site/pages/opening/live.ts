/** What can be touched on the opening page: a scene that belongs to no chapter and has no number. */
export const LIVE = 'drawn-digit';
