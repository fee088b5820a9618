interface Kept {
  readonly details: HTMLDetailsElement;
  readonly open: boolean;
  readonly name: string;
}

/** On paper every note and every reply is open. Answers of one question close each other, so they lose their name. */
export function followPrint(): void {
  let kept: readonly Kept[] = [];
  addEventListener('beforeprint', () => {
    kept = [...document.querySelectorAll<HTMLDetailsElement>('details.note, details.answer')].map(
      (details) => ({ details, open: details.open, name: details.name }),
    );
    for (const { details } of kept) {
      details.name = '';
      details.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const { details, open, name } of kept) {
      details.open = open;
      details.name = name;
    }
  });
}
