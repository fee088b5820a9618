/** Puts the controls of the figures back in place: the build keeps them together, where they pack better. */
export function restoreChrome(): void {
  const template = document.querySelector<HTMLTemplateElement>('#figure-chrome');
  if (!template) return;
  const parts = [...template.content.children];
  document.querySelectorAll('[data-chrome]').forEach((slot, i) => {
    slot.replaceWith(...parts.slice(i, i + 1));
  });
  template.remove();
}
