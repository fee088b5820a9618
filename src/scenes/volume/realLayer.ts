/** The layer that the prose speaks of, on a map of 8 × 8 places. */
export const REAL_LAYER = { channels: 64, filters: 128, side: 8 } as const;
