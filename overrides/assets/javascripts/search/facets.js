/** Counts hits by facet and by date from the table that generator/publish/search/table.py writes. */
(() => {
  "use strict";

  /** Facets of which a cable has one value: several chosen mean any of them. Of the others, all of them. */
  const SINGLE = new Set(["year", "post", "country", "classification"]);

  /**
   * @typedef {object} Selection what is chosen
   * @property {Record<string, string[]>} values by facet
   * @property {string} from first month or year, `2009-02` or `2009`; empty: from the beginning
   * @property {string} to last one
   */

  /** One facet: its values and, for each cable, the numbers of those it has. */
  class Column {
    /**
     * @param {{values: string[], rows: string}} facet
     * @param {string[]} [labels] a meaning or name for each value
     */
    constructor(facet, labels = []) {
      this.values = facet.values;
      this.labels = labels;
      this.number = new Map(facet.values.map((value, index) => [value, index]));
      this.rows = facet.rows.split(" ").map((cell) => (cell ? cell.split(",").map((each) => parseInt(each, 36)) : []));
    }

    /** @param {string} value */
    label(value) {
      return this.labels[this.number.get(value) ?? -1] || "";
    }
  }

  class Table {
    /** @param {any} catalogue */
    constructor(catalogue) {
      /** @type {string[]} */
      this.results = catalogue.results ? catalogue.results.split(" ") : [];
      this.row = new Map(this.results.map((id, index) => [id, index]));
      /** @type {string[]} */
      this.periods = catalogue.periods.flatMap((/** @type {[string, number]} */ [period, count]) => Array(count).fill(period));
      /** @type {Record<string, Column>} */
      this.columns = {};
      for (const [name, facet] of Object.entries(catalogue.facets)) {
        this.columns[name] = new Column(/** @type {any} */ (facet), catalogue.labels[name]);
      }
      this.columns.year = years(this.periods);
    }

    /** @param {any} people */
    addPeople(people) {
      this.columns.person = new Column(people, people.names);
    }

    /**
     * Which rows pass, and what each further choice would leave.
     * @param {Iterable<number>} rows
     * @param {Selection} selection
     */
    count(rows, selection) {
      const tests = this.tests(selection);
      /** @type {number[]} */
      const passing = [];
      /** @type {Record<string, Uint32Array>} */
      const counts = {};
      for (const [name, column] of Object.entries(this.columns)) counts[name] = new Uint32Array(column.values.length);
      /** @type {Map<string, number>} */
      const periods = new Map();
      for (const row of rows) {
        let failed = "";
        let failures = 0;
        for (const [name, test] of tests) {
          if (test(row)) continue;
          failed = name;
          if (++failures > 1) break;
        }
        if (failures > 1) continue;
        if (!failures) passing.push(row);
        if (!failures || failed === "date") periods.set(this.periods[row], (periods.get(this.periods[row]) ?? 0) + 1);
        for (const name in counts) {
          if (failures && !(failed === name && SINGLE.has(name))) continue;
          for (const value of this.columns[name].rows[row]) counts[name][value]++;
        }
      }
      return { passing, counts, periods };
    }

    /**
     * @param {Selection} selection
     * @returns {[string, (row: number) => boolean][]}
     */
    tests(selection) {
      /** @type {[string, (row: number) => boolean][]} */
      const tests = [];
      for (const [name, chosen] of Object.entries(selection.values)) {
        const column = this.columns[name];
        if (!chosen.length || !column) continue;
        const numbers = chosen.map((value) => column.number.get(value) ?? -1);
        const has = (/** @type {number} */ row) => (/** @type {number} */ each) => column.rows[row].includes(each);
        tests.push([name, SINGLE.has(name) ? (row) => numbers.some(has(row)) : (row) => numbers.every(has(row))]);
      }
      if (selection.from || selection.to) {
        const low = selection.from || "0000";
        const high = `${selection.to || "9999"}-99`;
        tests.push(["date", (row) => this.periods[row] !== "" && this.periods[row] >= low && this.periods[row] <= high]);
      }
      return tests;
    }
  }

  /** @param {string[]} periods */
  function years(periods) {
    const values = [...new Set(periods.map((period) => period.slice(0, 4)))].filter(Boolean).sort().reverse();
    const number = new Map(values.map((value, index) => [value, index]));
    const column = new Column({ values, rows: "" });
    column.rows = periods.map((period) => (period ? [/** @type {number} */ (number.get(period.slice(0, 4)))] : []));
    return column;
  }

  Object.assign(window.cablepressSearch, { facets: { Table, SINGLE } });
})();
