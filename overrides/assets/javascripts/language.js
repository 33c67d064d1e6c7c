/** What the interface says in the language of the site; the words are those of texts/ (generator/wording). */
"use strict";

/**
 * A text that goes with a number: for one, and for any other.
 * @typedef { {one: string, other: string} } PluralForms
 */

const cablepressLanguage = (() => {
  const { language, group, months, day: dayPattern, month: monthPattern, texts } = cablepressTexts;
  /** The attribute of what a telegram says, where the page speaks another language. @type {Record<string, string>} */
  const foreign = language === "en" ? {} : { lang: "en" };
  const rules = new Intl.PluralRules(language);

  /**
   * `1,669`, with the language's sign between thousands.
   * @param {number} count
   */
  const number = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/gu, group);

  /** What is to be put in, in the places `{name}` of a text. */
  const PLACE = /\{\w+\}/gu;
  /** @param {string} place */
  const nameOf = (place) => place.slice(1, -1);

  /**
   * A text with what is put into its places.
   * @param {string} text
   * @param {Record<string, string>} parts
   */
  const worded = (text, parts) => text.replace(PLACE, (place) => parts[nameOf(place)] ?? place);

  /**
   * The same with elements in some places.
   * @param {string} text
   * @param {Record<string, Node | string>} parts
   * @returns {(Node | string)[]}
   */
  function nodesOf(text, parts) {
    const between = text.split(PLACE);
    const placed = [...text.matchAll(PLACE)].map(([place]) => parts[nameOf(place)] ?? place);
    return between.flatMap((words, index) => [words, ...placed.slice(index, index + 1)]);
  }

  /**
   * A text that goes with a number, `{count}`.
   * @param {PluralForms} forms
   * @param {number} count
   * @param {Record<string, string>} [parts]
   */
  const counted = (forms, count, parts = {}) =>
    worded(rules.select(count) === "one" ? forms.one : forms.other, { count: number(count), ...parts });

  /**
   * A short date by the language's pattern: `20 Feb 2009`, and without a day `Feb 2009`.
   * @param {string} year
   * @param {number} month from 1
   * @param {number} [day]
   */
  const date = (year, month, day) =>
    worded(day === undefined ? monthPattern : dayPattern, {
      year,
      month: months[month - 1],
      day: String(day),
    });

  return { texts, foreign, number, worded, nodesOf, counted, date };
})();
