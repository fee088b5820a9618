import type { Text } from '../../language/language.ts';
import type { ResourceSpec } from '../../playback/resources.ts';
import type { Picture } from './picture.ts';

/** The value of a parameter that stands for a picture of the reader's own, and the name of its resource. */
export const OWN = 'own';

/** The resource of such a picture. It is opened by hand; a link cannot bring it. @param chosen what the parameter says */
export const ownPicture = <P>(chosen: (params: P) => string, failure: Text): ResourceSpec<Picture, P> => ({
  key: (params) => (chosen(params) === OWN ? OWN : null),
  load: () => Promise.reject(new Error('a link carries no picture')),
  failure,
});
