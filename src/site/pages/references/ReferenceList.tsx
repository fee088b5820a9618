import { REFERENCES } from '../../references.ts';

/** The sources, in full. */
export function ReferenceList() {
  return (
    <ul className="reference-list">
      {Object.entries(REFERENCES).map(([id, { authors, title, where, url }]) => (
        <li key={id} id={`ref-${id}`} lang="en">
          {authors}. <a href={url}>{title}</a>. {where}.
        </li>
      ))}
    </ul>
  );
}
