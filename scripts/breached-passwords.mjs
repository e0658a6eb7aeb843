// node breached-passwords.mjs OUT LIST...: see breached-passwords.sh. A list has one password per line.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const SHORTEST = 12; // shorter passwords are refused anyway
const [out, ...lists] = process.argv.slice(2);
const all = new Set();
for (const list of lists) {
    const bytes = readFileSync(list);
    const lines = (list.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split(/\r?\n/);
    const before = all.size;
    let long = 0;
    for (const line of lines) {
        // A line that isn't UTF-8 can't be typed like that. Our own list has comments.
        if (line.includes('\ufffd') || line.startsWith('# ')) continue;
        const password = line.normalize('NFC').trim().toLowerCase();
        if ([...password].length < SHORTEST) continue;
        long += 1;
        all.add(password);
    }
    console.log(`${list.split('/').pop()}: ${lines.length} lines, ${long} of ${SHORTEST} and more, ${all.size - before} new`);
}
const prefixes = [...all].map((password) => createHash('sha256').update(password, 'utf8').digest().subarray(0, 8));
prefixes.sort(Buffer.compare);
writeFileSync(out, Buffer.concat(prefixes));
console.log(`${prefixes.length} passwords, ${prefixes.length * 8} bytes`);
