/**
 * Elements made and found. Text becomes text, never markup: nothing of the site's scripts writes HTML.
 *
 * All scripts of the site are classic ones, since a browser loads no modules from file://. Each hands those behind it one
 * constant; the order is that of overrides/partials/cable-search.html.
 */
"use strict";

const cablepressElements = (() => {
  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} children
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /**
   * @param {string} label
   * @param {(button: HTMLButtonElement) => void} act
   * @param {Record<string, string>} [attributes]
   */
  function button(label, act, attributes = {}) {
    const made = element("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", () => act(made));
    return made;
  }

  /**
   * What a template promises to a script.
   * @template {Element} Kind
   * @param {ParentNode} root
   * @param {string} selector
   * @param {new () => Kind} kind
   * @returns {Kind}
   * @throws {TypeError} the template keeps its promise no longer
   */
  function part(root, selector, kind) {
    const promised = root.querySelector(selector);
    if (promised instanceof kind) return promised;
    throw new TypeError(`The page has no ${kind.name} ${selector}`);
  }

  return { element, button, part };
})();
