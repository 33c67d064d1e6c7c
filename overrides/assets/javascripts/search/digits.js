/** Whole numbers read from text, as generator/search/digits.py writes them. */
"use strict";

const cablepressDigits = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  /** By the code of a sign the digit that it stands for. */
  const VALUES = new Uint8Array(128);
  for (const [value, sign] of [...DIGITS].entries()) VALUES[sign.charCodeAt(0)] = value;
  /** From this value on a digit says that another follows. */
  const MORE = 32;

  /**
   * Numbers written one behind the other.
   * @param {string} text
   */
  function numbers(text) {
    /** @type {number[]} */
    const out = [];
    let value = 0;
    let scale = 1;
    for (let index = 0; index < text.length; index++) {
      const digit = VALUES[text.charCodeAt(index)];
      if (digit >= MORE) {
        value += (digit - MORE) * scale;
        scale *= MORE;
      } else {
        out.push(value + digit * scale);
        value = 0;
        scale = 1;
      }
    }
    return out;
  }

  /**
   * Rising numbers, written as distances less 1.
   * @param {string} text
   */
  function rising(text) {
    let before = -1;
    return numbers(text).map((distance) => {
      before += distance + 1;
      return before;
    });
  }

  return { numbers, rising };
})();
