// Walks through forms with the rules as a browser has them: journeys.mjs FOLDER COUNT, one line a journey.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, count] = process.argv.slice(2);
const { journeys } = createRequire(import.meta.url)(`${folder}/wasm/form_simulator.js`);
const forms = readFileSync(`${folder}/forms.json`, "utf8");
// A few at a time, so that a trap in the middle tells where it was.
for (let from = 0; from < count; from += 100) {
    const lines = journeys(forms, from, Math.min(from + 100, Number(count)));
    for (let at = 0, bytes = Buffer.from(lines); at < bytes.length; ) at += writeSync(1, bytes, at);
}
