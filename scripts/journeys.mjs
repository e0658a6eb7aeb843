// Fills in forms at random with the browser's rules: journeys.mjs FOLDER COUNT, one line per journey.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, count] = process.argv.slice(2);
const { journeys } = createRequire(import.meta.url)(`${folder}/wasm/form_simulator.js`);
const forms = readFileSync(`${folder}/forms.json`, "utf8");
// In batches, so that the output shows where a trap occurred.
for (let from = 0; from < count; from += 100) {
    const lines = journeys(forms, from, Math.min(from + 100, Number(count)));
    for (let at = 0, bytes = Buffer.from(lines); at < bytes.length; ) at += writeSync(1, bytes, at);
}
