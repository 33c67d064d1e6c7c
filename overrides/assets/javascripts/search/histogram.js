/**
 * Hits over time, with a range that is dragged: over the bars, or by its two handles (sliders, so by keyboard, too); to
 * the day it is typed.
 */
"use strict";

/** @typedef {InstanceType<typeof cablepressHistogram.Histogram>} DateHistogram */

const cablepressHistogram = (() => {
  const { element } = cablepressElements;
  const { number, texts } = cablepressLanguage;
  const { periodName, firstDay, lastDay, rangeName, bars, closer, shares, stretch } = cablepressDates;

  /** Height of the lowest bar that stands for anything. */
  const LOWEST = 0.04;

  class Histogram {
    /**
     * @param {HTMLElement} place
     * @param {Period[]} periods of all cables
     * @param {(from: Period, to: Period, final: boolean) => void} chosen called with each move; final: it has ended
     */
    constructor(place, periods, chosen) {
      this.chosen = chosen;
      this.all = bars(periods);
      this.row = this.all;
      /** @type {HTMLElement[]} */
      this.bars = [];
      this.low = 0;
      this.high = 0;
      this.plot = element("div", { class: "cs-plot", "aria-hidden": "true" });
      this.handles = [this.handle(texts.search.range_from), this.handle(texts.search.range_to)];
      this.caption = element("output", { class: "cs-range" });
      this.days = [this.day(), this.day()];
      const names = [texts.search.range_from, texts.search.range_to];
      place.replaceChildren(
        element("div", { class: "cs-histogram" }, this.plot, ...this.handles),
        this.caption,
        element(
          "div",
          { class: "cs-days" },
          ...this.days.map((input, index) => element("label", {}, element("span", {}, names[index]), input)),
        ),
      );
      place.hidden = this.all.length < 2;
      this.divide(this.all);
      this.drag();
    }

    /** @param {Period[]} row a bar each */
    divide(row) {
      this.row = row;
      this.low = 0;
      this.high = row.length - 1;
      this.bars = row.map(() => element("span", { class: "cs-bar" }, element("i")));
      this.plot.replaceChildren(...this.bars);
      for (const handle of this.handles) handle.max = String(Math.max(this.high, 0));
    }

    /** @param {string} name */
    handle(name) {
      const input = element("input", { type: "range", min: "0", "aria-label": name });
      input.addEventListener("input", () => this.moved(false));
      input.addEventListener("change", () => this.moved(true));
      return input;
    }

    /** A field for one end of the range, to the day. */
    day() {
      const [min, max] = [firstDay(this.all[0] ?? ""), lastDay(this.all.at(-1) ?? "")];
      const input = element("input", { type: "date", min, max });
      input.addEventListener("change", () => this.typed());
      return input;
    }

    /** A day was typed; one beyond all cables, as while a year is typed, waits for the rest. */
    typed() {
      if (!this.days.every(({ validity }) => validity.valid)) return;
      const [from, to] = this.days.map(({ value }) => value);
      if (from && to && from > to) this.chosen(to, from, true);
      else this.chosen(from, to, true);
    }

    /** @param {boolean} final */
    moved(final) {
      const [from, to] = this.handles.map((handle) => Number(handle.value));
      this.choose(from, to, final);
    }

    /**
     * @param {number} end a bar
     * @param {number} other end of the range, on either side
     * @param {boolean} final
     */
    choose(end, other, final) {
      this.low = Math.min(end, other);
      this.high = Math.max(end, other);
      this.paint();
      const whole = this.row === this.all && this.low === 0 && this.high === this.row.length - 1;
      this.chosen(whole ? "" : this.row[this.low], whole ? "" : this.row[this.high], final);
    }

    /** Drag over the bars to choose, click one for it alone. */
    drag() {
      /** @type {number | null} */
      let from = null;
      this.plot.addEventListener("pointerdown", (event) => {
        from = this.barAt(event);
        this.plot.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      this.plot.addEventListener("pointermove", (event) => {
        if (from !== null) this.choose(from, this.barAt(event), false);
      });
      const end = (/** @type {PointerEvent} */ event) => {
        if (from !== null) this.choose(from, this.barAt(event), true);
        from = null;
      };
      this.plot.addEventListener("pointerup", end);
      this.plot.addEventListener("pointercancel", end);
    }

    /** @param {PointerEvent} event */
    barAt(event) {
      const box = this.plot.getBoundingClientRect();
      const share = (event.clientX - box.left) / Math.max(box.width, 1);
      return Math.max(0, Math.min(this.row.length - 1, Math.floor(share * this.row.length)));
    }

    /**
     * @param {Map<Period, number>} periods hits by period, the range left aside
     * @param {Period} from
     * @param {Period} to
     */
    update(periods, from, to) {
      const wanted = closer(this.all, from, to);
      if (wanted.length !== this.row.length || wanted[0] !== this.row[0]) this.divide(wanted);
      const counts = shares(this.row, periods);
      const most = Math.max(1, ...counts);
      for (const [index, bar] of this.bars.entries()) {
        const share = counts[index] > 0 ? Math.max(LOWEST, Math.sqrt(counts[index] / most)) : 0;
        bar.style.setProperty("--share", String(share));
        bar.title = `${periodName(this.row[index])}: ${number(counts[index])}`;
      }
      ({ low: this.low, high: this.high } = stretch(this.row, from, to));
      const ends = [firstDay(from), lastDay(to)];
      for (const [index, input] of this.days.entries()) {
        if (document.activeElement !== input) input.value = ends[index];
      }
      this.paint();
    }

    paint() {
      for (const [index, bar] of this.bars.entries()) {
        bar.classList.toggle("is-out", index < this.low || index > this.high);
      }
      for (const [index, value] of [this.low, this.high].entries()) {
        const handle = this.handles[index];
        if (document.activeElement !== handle || Number(handle.value) !== value) handle.value = String(value);
        handle.setAttribute("aria-valuetext", periodName(this.row[value] ?? ""));
      }
      this.caption.textContent = rangeName([this.row[this.low] ?? "", this.row[this.high] ?? ""]);
    }
  }

  return { Histogram };
})();
