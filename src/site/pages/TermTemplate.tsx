import { EntryMeaning, EntryName } from './glossary/GlossaryEntry.tsx';
import type { PageContext } from './page.ts';

/** The definitions of the words that a page uses, for the client to show beside them. They take no place. */
export function TermTemplate({
  context: { manifest, links },
  terms,
}: {
  readonly context: PageContext;
  readonly terms: ReadonlySet<string>;
}) {
  if (terms.size === 0) return null;
  return (
    <template id="terms">
      {[...terms].map((id) => (
        <div key={id} data-term={id}>
          <p className="term-bubble-word">
            <a href={links.place(`term-${id}`)}>
              <EntryName id={id} language={manifest.language} />
            </a>
          </p>
          <EntryMeaning id={id} manifest={manifest} links={links} />
        </div>
      ))}
    </template>
  );
}
