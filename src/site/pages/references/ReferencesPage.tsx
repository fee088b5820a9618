import { WORDS } from '../../words.ts';
import type { PageContent, PageContext } from '../page.ts';
import { ReferenceList } from './ReferenceList.tsx';

/** The sources that the article cites. */
export function referencesPage({ manifest: { language } }: PageContext): PageContent {
  const title = WORDS.references[language];
  return {
    title,
    description: WORDS.referencesDescription[language],
    scenes: [],
    terms: new Set(),
    structured: { '@type': 'CollectionPage', name: title },
    main: (
      <div className="references">
        <h1 id="references">{title}</h1>
        <ReferenceList />
      </div>
    ),
  };
}
