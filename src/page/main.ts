import 'katex/dist/katex-swap.min.css';
import './tokens.css';
import './article.css';
import './contents.css';
import './glossary.css';
import '../figures/figure.css';
import '../kit/picture/picture.css';
import '../figures/symbolLinks.css';
import '../scenes/sceneStyles.ts';
import { followBeats } from './beats.ts';
import { restoreChrome } from './chrome.ts';
import { followDisclosures } from './disclosures.ts';
import { followFirstMove } from './formulaFonts.ts';
import { followGlossarySearch } from './glossarySearch.ts';
import { watchIslands } from './islands.ts';
import { followLinks } from './links.ts';
import { followPlace } from './place.ts';
import { followScrollers } from './scrollers.ts';
import { followAnchors } from './settle.ts';
import { followTerms } from './terms.ts';
import { followTheme } from './theme.ts';

restoreChrome();
followTheme();
followFirstMove();
followDisclosures();
watchIslands();
followBeats();
followPlace();
followTerms();
followScrollers();
followGlossarySearch();
followLinks();
followAnchors();

if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    const root = new URL(document.documentElement.dataset['root'] ?? './', location.href);
    navigator.serviceWorker.register(new URL('sw.js', root), { scope: root.pathname }).catch(() => {
      // The page works without; it is only not kept for offline reading.
    });
  });
