/**
 * Hits over time, with a range that is dragged: over the bars, or by its two handles (sliders, so by keyboard, too).
 */
(() => {
  "use strict";

  /** Bars beyond which months become years. */
  const MOST = 132;

  const { element, MONTHS } = window.cablepressSearch.passages;

  class Histogram {
    /**
     * @param {HTMLElement} place
     * @param {string[]} periods of all cables
     * @param {(from: string, to: string, final: boolean) => void} chosen
     */
    constructor(place, periods, chosen) {
      this.chosen = chosen;
      this.all = bins(periods);
      this.plot = element("div", { class: "cs-plot", "aria-hidden": "true" });
      this.handles = [this.handle("From"), this.handle("To")];
      this.caption = element("output", { class: "cs-range" });
      place.replaceChildren(element("div", { class: "cs-histogram" }, this.plot, ...this.handles), this.caption);
      place.hidden = this.all.length < 2;
      this.divide(this.all);
      this.drag();
    }

    /** @param {string[]} bins one bar each */
    divide(bins) {
      this.bins = bins;
      this.low = 0;
      this.high = bins.length - 1;
      this.bars = bins.map(() => element("span", { class: "cs-bar" }, element("i")));
      this.plot.replaceChildren(...this.bars);
      for (const handle of this.handles) handle.max = String(Math.max(this.high, 0));
    }

    /**
     * Months of a few chosen years, where the whole time is too long to show months.
     * @param {string} from
     * @param {string} to
     */
    window(from, to) {
      if (!from || !to || this.all[0]?.length !== 4) return this.all;
      const months = bins([`${from.slice(0, 4)}-01`, `${to.slice(0, 4)}-12`]);
      return months[0]?.length === 7 ? months : this.all;
    }

    /** @param {string} name */
    handle(name) {
      const input = /** @type {HTMLInputElement} */ (element("input", { type: "range", min: "0", "aria-label": name }));
      input.addEventListener("input", () => this.moved(false));
      input.addEventListener("change", () => this.moved(true));
      return input;
    }

    /** @param {boolean} final */
    moved(final) {
      const [one, other] = this.handles.map((handle) => Number(handle.value));
      this.range(Math.min(one, other), Math.max(one, other), final);
    }

    /**
     * @param {number} low
     * @param {number} high
     * @param {boolean} final
     */
    range(low, high, final) {
      [this.low, this.high] = [low, high];
      this.paint();
      const whole = this.bins === this.all && low === 0 && high === this.bins.length - 1;
      this.chosen(whole ? "" : this.bins[low], whole ? "" : this.bins[high], final);
    }

    /** Drag over the bars to choose, click one for it alone. */
    drag() {
      let from = -1;
      /** @param {PointerEvent} event */
      const at = (event) => {
        const box = this.plot.getBoundingClientRect();
        const share = (event.clientX - box.left) / Math.max(box.width, 1);
        return Math.max(0, Math.min(this.bins.length - 1, Math.floor(share * this.bins.length)));
      };
      this.plot.addEventListener("pointerdown", (event) => {
        from = at(event);
        this.plot.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      this.plot.addEventListener("pointermove", (event) => {
        if (from >= 0) this.range(Math.min(from, at(event)), Math.max(from, at(event)), false);
      });
      const end = (/** @type {PointerEvent} */ event) => {
        if (from < 0) return;
        const to = at(event);
        this.range(Math.min(from, to), Math.max(from, to), true);
        from = -1;
      };
      this.plot.addEventListener("pointerup", end);
      this.plot.addEventListener("pointercancel", end);
    }

    /**
     * @param {Map<string, number>} periods hits by period, the range left aside
     * @param {string} from
     * @param {string} to
     */
    update(periods, from, to) {
      const wanted = this.window(from, to);
      if (wanted.length !== this.bins.length || wanted[0] !== this.bins[0]) this.divide(wanted);
      const counts = this.bins.map(() => 0);
      const index = new Map(this.bins.map((bin, at) => [bin, at]));
      for (const [period, count] of periods) {
        const at = index.get(period.slice(0, this.bins[0]?.length ?? 4));
        if (at !== undefined) counts[at] += count;
      }
      const most = Math.max(1, ...counts);
      this.bars.forEach((bar, at) => {
        const share = counts[at] ? Math.max(0.04, Math.sqrt(counts[at] / most)) : 0;
        bar.style.setProperty("--share", String(share));
        bar.title = `${name(this.bins[at])}: ${counts[at].toLocaleString("en")}`;
      });
      const first = this.bins.findIndex((bin) => bin >= from.slice(0, bin.length));
      const last = this.bins.findLastIndex((bin) => bin <= (to.length < bin.length ? `${to}-99` : to.slice(0, bin.length)));
      this.low = from && first >= 0 ? first : 0;
      this.high = to && last >= 0 ? last : this.bins.length - 1;
      this.paint();
    }

    paint() {
      this.bars.forEach((bar, at) => bar.classList.toggle("is-out", at < this.low || at > this.high));
      [this.low, this.high].forEach((value, at) => {
        const handle = this.handles[at];
        if (document.activeElement !== handle || Number(handle.value) !== value) handle.value = String(value);
        handle.setAttribute("aria-valuetext", name(this.bins[value] ?? ""));
      });
      const [one, other] = [name(this.bins[this.low] ?? ""), name(this.bins[this.high] ?? "")];
      this.caption.textContent = one === other ? one : `${one} \u2013 ${other}`;
    }
  }

  /**
   * Every month from the first to the last, or every year where that were too many.
   * @param {string[]} periods
   */
  function bins(periods) {
    const known = periods.filter(Boolean);
    if (!known.length) return [];
    const first = known.reduce((one, other) => (other < one ? other : one));
    const last = known.reduce((one, other) => (other > one ? other : one));
    const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
    const [low, high] = [Number(first.slice(5) || 1), Number(last.slice(5) || 12)];
    const months = (end - start) * 12 + high - low + 1;
    if (months > MOST) return Array.from({ length: end - start + 1 }, (_, index) => String(start + index));
    return Array.from({ length: months }, (_, index) => {
      const month = low - 1 + index;
      return `${start + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  }

  /** @param {string} bin `2009` or `2009-02` */
  const name = (bin) => (bin.length > 4 ? `${MONTHS[Number(bin.slice(5)) - 1]} ${bin.slice(0, 4)}` : bin);

  Object.assign(window.cablepressSearch, { Histogram, periodName: name });
})();
