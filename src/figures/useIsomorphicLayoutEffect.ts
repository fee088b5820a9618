import { useEffect, useLayoutEffect } from 'react';

/** Before the next frame is painted; in the build-time render there is none. */
export const useIsomorphicLayoutEffect = import.meta.env.SSR ? useEffect : useLayoutEffect;
