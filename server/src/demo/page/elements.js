/** Makes an element with a class, words or children. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}
