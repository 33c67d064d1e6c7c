/**
 * Scripts of the site, run as a browser runs them: one after the other, what stands at the top level of one seen by those
 * behind it, and by the test.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const FOLDER = new URL("../../overrides/assets/javascripts/", import.meta.url);

/** @param {string[]} names below the folder of scripts, without ending, in the order of the page */
export function run(...names) {
  for (const name of names) {
    const filename = fileURLToPath(new URL(`${name}.js`, FOLDER));
    runInThisContext(readFileSync(filename, "utf8"), { filename });
  }
}
