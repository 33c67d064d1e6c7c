/** Counts hits by facet and by date from the tables that generator/search/cards.py writes. */
"use strict";

/**
 * @typedef {"post" | "country" | "classification" | "tag" | "concept" | "collection" | "signer" | "kind" | "person" | "year"} FacetName
 */

/**
 * @typedef {object} FacetData one facet of a part of the cables
 * @property {string[]} values by frequency
 * @property {string} rows for each cable how many values it has, then their numbers, in digits
 */

/**
 * @typedef {object} Rows of a part of the cables, in order of date
 * @property {[Period, number][]} periods of how many cables, in the same order
 * @property {string} days of each cable, in digits; 0: unknown
 * @property {Record<string, FacetData>} facets
 * @property {Record<string, string[]>} labels meanings of the values of a facet, where it has any
 */

/** @typedef {FacetData & {names: string[]}} People */

/**
 * @typedef {object} FacetChoice what is chosen
 * @property {Record<FacetName, string[]>} values
 * @property {Period} from the first day, month or year; empty: from the beginning
 * @property {Period} to the last; empty: to the end
 */

/**
 * @typedef {object} Counted
 * @property {number[]} passing rows that pass
 * @property {Partial<Record<FacetName, Uint32Array>>} counts of each value, were it chosen, too; none for a facet not loaded
 * @property {Map<Period, number>} periods of the hits, the range of dates left aside
 */

/**
 * @typedef {object} Offer a value of a facet
 * @property {string} value
 * @property {number} count
 */

/** @typedef {InstanceType<typeof cablepressFacets.Column>} FacetColumn */
/** @typedef {InstanceType<typeof cablepressFacets.Table>} FacetTable */

const cablepressFacets = (() => {
  const { numbers } = cablepressDigits;
  const said = cablepressLanguage.texts.search;

  /** @type {[FacetName, string][]} in the order in which they are shown */
  const FACETS = [
    ["post", said.post],
    ["country", said.country],
    ["classification", said.classification],
    ["tag", said.tag],
    ["concept", said.concept],
    ["collection", said.collection],
    ["signer", said.signed_by],
    ["person", said.person],
    ["year", said.year],
    ["kind", said.kind],
  ];
  /** Those that come with the first file. @type {FacetName[]} */
  const IN_ROWS = ["post", "country", "classification", "tag", "concept", "collection", "signer", "kind"];
  const KINDS = new Map([
    ["complete", said.complete],
    ["extract", said.extract],
  ]);
  const DATE = "date";
  /** Those of which a cable has one value: several chosen mean any of them. Of the others, all of them. */
  const SINGLE = new Set(["post", "country", "classification", "collection", "signer", "kind", "year", DATE]);

  /**
   * @param {Period} period
   * @param {Period} other
   */
  const latestFirst = (period, other) => (period < other ? 1 : -1);

  /** One facet: its values and, for each cable, the numbers of those it has. */
  class Column {
    /**
     * @param {string[]} values
     * @param {number[][]} rows
     * @param {string[]} [labels] a meaning or name for each value
     */
    constructor(values, rows, labels = []) {
      this.values = values;
      this.rows = rows;
      this.labels = labels;
      this.number = new Map(values.map((value, index) => [value, index]));
    }

    /**
     * One facet of all parts; the most frequent values of the parts first.
     * @param {FacetData[]} parts
     * @param {string[][]} labels of each part's values
     */
    static of(parts, labels) {
      /** @type {Map<string, number>} */
      const number = new Map();
      /** @type {string[]} */
      const meanings = [];
      const rows = parts.flatMap(({ values, rows: written }, part) => {
        const own = values.map((value, index) => {
          if (!number.has(value)) {
            number.set(value, number.size);
            meanings.push(labels[part]?.[index] ?? "");
          }
          return /** @type {number} */ (number.get(value));
        });
        return cells(numbers(written)).map((cell) => cell.map((index) => own[index]));
      });
      return new Column([...number.keys()], rows, meanings);
    }

    /**
     * The years, which are told from the periods.
     * @param {Period[]} periods
     */
    static years(periods) {
      const years = periods.map((period) => period.slice(0, 4));
      const values = [...new Set(years)].filter(Boolean).sort(latestFirst);
      const number = new Map(values.map((value, index) => [value, index]));
      const rows = years.map((year) => {
        const index = number.get(year);
        return index === undefined ? [] : [index];
      });
      return new Column(values, rows);
    }

    /** @param {string} value */
    label(value) {
      return this.labels[this.number.get(value) ?? -1] || "";
    }

    /**
     * The values to choose from: those chosen, and those that some hit has.
     * @param {Uint32Array} counts
     * @param {string[]} chosen stand first, except among years, which keep their order
     * @param {string} text looked for in value and label; empty: all
     * @param {boolean} ranked by frequency among the hits
     * @returns {Offer[]}
     */
    offers(counts, chosen, text, ranked) {
      const wanted = text.toLowerCase();
      const fits = (/** @type {string} */ value) =>
        `${value} ${this.label(value)}`.toLowerCase().includes(wanted);
      const first = new Set(chosen);
      const offers = this.values
        .map((value, index) => ({ value, count: counts[index] }))
        .filter(({ value, count }) => first.has(value) || (count > 0 && fits(value)));
      if (!ranked) return offers;
      const rank = (/** @type {Offer} */ { value }) => Number(first.has(value));
      return offers.sort((offer, other) => rank(other) - rank(offer) || other.count - offer.count);
    }
  }

  /** All cables, a row each, in order of date. */
  class Table {
    /** @param {Rows[]} parts */
    constructor(parts) {
      this.periods = parts.flatMap(({ periods }) =>
        periods.flatMap(([period, count]) => /** @type {Period[]} */ (new Array(count).fill(period))),
      );
      /** Days of the month; 0: unknown. */
      this.days = parts.flatMap(({ days }) => numbers(days));
      /** @type {Partial<Record<FacetName, Column>>} */
      this.columns = {};
      for (const name of IN_ROWS) {
        this.columns[name] = Column.of(
          parts.map(({ facets }) => facets[name]),
          parts.map(({ labels, facets }) =>
            name === "kind"
              ? facets.kind.values.map((value) => KINDS.get(value) ?? "")
              : (labels[name] ?? []),
          ),
        );
      }
      this.columns.year = Column.years(this.periods);
    }

    /** @param {People[]} parts they come in files of their own, when they are first asked for */
    addPeople(parts) {
      this.columns.person = Column.of(
        parts,
        parts.map(({ names }) => names),
      );
    }

    /**
     * As far as it is known: `2009-02-20`, `2009`, empty.
     * @param {number} row
     */
    date(row) {
      const day = this.days[row];
      return day ? `${this.periods[row]}-${String(day).padStart(2, "0")}` : this.periods[row];
    }

    /** @returns {[FacetName, Column][]} */
    loaded() {
      return /** @type {[FacetName, Column][]} */ (Object.entries(this.columns));
    }

    /**
     * Which rows pass, and what each further choice would leave.
     *
     * A row that fails one test alone counts for that test's own facet: of a single-valued one another value would bring
     * it in, and of the dates another range.
     * @param {Iterable<number>} rows
     * @param {FacetChoice} selection
     * @returns {Counted}
     */
    count(rows, selection) {
      const tests = this.tests(selection);
      const facets = this.loaded().map(([name, column]) => ({
        name,
        cells: column.rows,
        counts: new Uint32Array(column.values.length),
      }));
      /** @type {Counted} */
      const counted = {
        passing: [],
        counts: Object.fromEntries(facets.map((facet) => [facet.name, facet.counts])),
        periods: new Map(),
      };
      for (const row of rows) {
        const failed = failures(tests, row);
        if (failed.length > 1) continue;
        const [only] = failed;
        if (only === undefined) counted.passing.push(row);
        if (leaves(DATE, only)) add(counted.periods, this.periods[row]);
        tally(facets, row, only);
      }
      return counted;
    }

    /**
     * @param {FacetChoice} selection
     * @returns {RowTest[]}
     */
    tests(selection) {
      /** @type {RowTest[]} */
      const tests = [];
      for (const [name, column] of this.loaded()) {
        const chosen = selection.values[name].map((value) => column.number.get(value) ?? -1);
        if (chosen.length === 0) continue;
        const passes = SINGLE.has(name)
          ? (/** @type {number} */ row) => chosen.some((number) => column.rows[row].includes(number))
          : (/** @type {number} */ row) => chosen.every((number) => column.rows[row].includes(number));
        tests.push({ name, passes });
      }
      if (selection.from || selection.to) {
        const low = selection.from || "0000";
        const high = `${selection.to || "9999"}-99`;
        tests.push({
          name: DATE,
          passes: (row) => {
            const date = this.date(row);
            return date >= low && date <= high;
          },
        });
      }
      return tests;
    }
  }

  /**
   * Cells of which each is led by its length.
   * @param {number[]} values
   */
  function cells(values) {
    /** @type {number[][]} */
    const out = [];
    for (let index = 0; index < values.length; index += values[index] + 1) {
      out.push(values.slice(index + 1, index + 1 + values[index]));
    }
    return out;
  }

  /**
   * Whether a choice in a facet would leave a row.
   * @param {RowTest["name"]} name
   * @param {RowTest["name"] | undefined} only the one test that the row fails; undefined: none
   */
  const leaves = (name, only) => only === undefined || (only === name && SINGLE.has(name));

  /**
   * @param {Map<Period, number>} counts
   * @param {Period} period
   */
  function add(counts, period) {
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }

  /**
   * @param { {name: FacetName, cells: number[][], counts: Uint32Array}[]} facets
   * @param {number} row
   * @param {RowTest["name"] | undefined} only as in `leaves`
   */
  function tally(facets, row, only) {
    for (const { name, cells: held, counts } of facets) {
      if (leaves(name, only)) for (const value of held[row]) counts[value]++;
    }
  }

  /**
   * @typedef {object} RowTest
   * @property {FacetName | "date"} name
   * @property {(row: number) => boolean} passes
   */

  /**
   * Names of the tests that a row fails; two at most, which is as many as matter.
   * @param {RowTest[]} tests
   * @param {number} row
   */
  function failures(tests, row) {
    /** @type {RowTest["name"][]} */
    const failed = [];
    for (const test of tests) {
      if (!test.passes(row)) failed.push(test.name);
      if (failed.length > 1) break;
    }
    return failed;
  }

  return { FACETS, Column, Table };
})();
