/**
 * Makes the contents of a drawn element equal to those of a fresh one, and leaves alone what is equal already: of a
 * formula whose numbers change, most signs stay.
 *
 * @param fresh is taken apart for it
 */
export function adopt(drawn: Element, fresh: Element): void {
  const before = [...drawn.childNodes];
  const now = [...fresh.childNodes];
  now.forEach((node, i) => {
    const old = before[i];
    if (!old) drawn.append(node);
    else if (old.isEqualNode(node)) return;
    else if (old.nodeName !== node.nodeName) old.replaceWith(node);
    else if (old instanceof Element) {
      adoptAttributes(old, node as Element);
      adopt(old, node as Element);
    } else old.nodeValue = node.nodeValue;
  });
  for (const rest of before.slice(now.length)) rest.remove();
}

function adoptAttributes(drawn: Element, fresh: Element): void {
  for (const name of drawn.getAttributeNames()) if (!fresh.hasAttribute(name)) drawn.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (drawn.getAttribute(name) !== value) drawn.setAttribute(name, value);
}
