/** Dates as they are shown, and time as a row of months or years. */
"use strict";

/**
 * A year, month or day: `2009`, `2009-02`, `2009-02-20`. Empty: unknown, or no limit.
 * @typedef {string} Period
 */

/**
 * @typedef {object} Stretch of a row of bars, both ends included
 * @property {number} low
 * @property {number} high
 */

const cablepressDates = (() => {
  const { date: named, texts } = cablepressLanguage;

  /** Bars beyond which months become years. */
  const MOST = 132;
  /** Empty years that stand before and behind one that is not. */
  const GAP = 5;
  /** Letters of a year, of a month with its year, of a day. */
  const [YEAR, MONTH, DAY] = [4, 7, 10];

  /** @param {string | undefined} date ISO 8601; shown as it stands, in UTC */
  function day(date) {
    if (!date) return texts.search.date_unknown;
    const [year, month, number] = date.slice(0, 10).split("-");
    return named(year, Number(month), Number(number));
  }

  /** @param {Period} period */
  const periodName = (period) => {
    if (period.length > MONTH) return day(period);
    return period.length > YEAR ? named(period.slice(0, YEAR), Number(period.slice(5))) : period;
  };

  /**
   * The first day of a period.
   * @param {Period} period empty: empty
   */
  const firstDay = (period) => period && `${period}-01-01`.slice(0, DAY);

  /**
   * The last day of a period.
   * @param {Period} period empty: empty
   */
  function lastDay(period) {
    if (!period || period.length > MONTH) return period;
    const [year, month] = [Number(period.slice(0, YEAR)), Number(period.slice(5) || 12)];
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return `${period.slice(0, YEAR)}-${String(month).padStart(2, "0")}-${days}`;
  }

  /**
   * One name for the time from one period to another.
   * @param {Period[]} ends
   */
  const rangeName = (ends) => [...new Set(ends.filter(Boolean).map(periodName))].join(" \u2013 ");

  /**
   * Every month from the first to the last, or every year where that were too many; of a long time without any the
   * beginning and the end.
   * @param {Period[]} periods in any order
   * @returns {Period[]}
   */
  function bars(periods) {
    const known = periods.filter(Boolean);
    if (known.length === 0) return [];
    const first = known.reduce((least, period) => (period < least ? period : least));
    const last = known.reduce((most, period) => (period > most ? period : most));
    const [start, end] = [Number(first.slice(0, YEAR)), Number(last.slice(0, YEAR))];
    const [low, high] = [Number(first.slice(5) || 1), Number(last.slice(5) || 12)];
    const months = (end - start) * 12 + high - low + 1;
    if (months > MOST) {
      const years = Array.from({ length: end - start + 1 }, (_, index) => start + index);
      const held = new Set(known.map((period) => Number(period.slice(0, YEAR))));
      const near = (/** @type {number} */ year) =>
        Array.from({ length: 2 * GAP + 1 }, (_, index) => year + index - GAP).some((other) =>
          held.has(other),
        );
      return years.filter(near).map(String);
    }
    return Array.from({ length: months }, (_, index) => {
      const month = low - 1 + index;
      return `${start + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  }

  /**
   * The months of a few chosen years, where the whole time is too long to show months; else all bars.
   * @param {Period[]} all
   * @param {Period} from
   * @param {Period} to
   */
  function closer(all, from, to) {
    if (!(from && to) || all[0]?.length !== YEAR) return all;
    const months = bars([`${from.slice(0, YEAR)}-01`, `${to.slice(0, YEAR)}-12`]);
    return months[0]?.length === MONTH ? months : all;
  }

  /**
   * How much falls to each bar.
   * @param {Period[]} row
   * @param {Map<Period, number>} counts by period; a year alone falls to no month
   */
  function shares(row, counts) {
    const sums = row.map(() => 0);
    const place = new Map(row.map((bar, index) => [bar, index]));
    for (const [period, count] of counts) {
      const index = place.get(period.slice(0, row[0]?.length ?? YEAR));
      if (index !== undefined) sums[index] += count;
    }
    return sums;
  }

  /**
   * The bars of a range of dates; without a limit, or with one beyond all bars, to the end of the row.
   * @param {Period[]} row
   * @param {Period} from
   * @param {Period} to
   * @returns {Stretch}
   */
  function stretch(row, from, to) {
    const first = row.findIndex((bar) => bar >= from.slice(0, bar.length));
    const last = row.findLastIndex(
      (bar) => bar <= (to.length < bar.length ? `${to}-99` : to.slice(0, bar.length)),
    );
    return { low: from && first >= 0 ? first : 0, high: to && last >= 0 ? last : row.length - 1 };
  }

  /**
   * The months or years that two days limit, as far as whole ones do; a limit on a year's first day is that year.
   * @param {string} from the first day, or the beginning of it; empty: no limit
   * @param {string} before the first day that is too late, or the beginning of it; empty: no limit
   * @returns { {from: Period, to: Period} }
   */
  function periodsWithin(from, before) {
    const [year, month] = before.split("-");
    const atOnce = before.length <= MONTH || before.endsWith("-01"); // nothing of that month is within
    const last = Number(month ?? 1) - (atOnce ? 1 : 0);
    return {
      from: /^\d{4}(?:-01)?(?:-01)?$/u.test(from) ? from.slice(0, YEAR) : from.slice(0, MONTH),
      to:
        before && last > 0 ? `${year}-${String(last).padStart(2, "0")}` : before && String(Number(year) - 1),
    };
  }

  return { day, periodName, firstDay, lastDay, rangeName, bars, closer, shares, stretch, periodsWithin };
})();
