// How plain is the English of the service? Measures the message catalogue and the forms, and names what is too hard,
// with what to do about it. node scripts/words/check.mjs [ROOT [LISTS]]; docs/plain-english.md explains it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOGUE, catalogueParts } from './catalogue.mjs';
import { formParts } from './forms.mjs';
import { readLists } from './lists.mjs';
import { finding, result, table } from './report.mjs';
import { review } from './review.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(process.argv[2] ?? join(here, '../..'));
const lists = resolve(process.argv[3] ?? here);

try {
    const parts = [...formParts(root), ...catalogueParts(root)];
    if (parts.length === 0) throw new Error(`there is no text in ${root}`);
    const reviewed = review(parts, readLists(lists));
    if (!existsSync(join(root, CATALOGUE))) console.log(`There is no ${CATALOGUE}: only the forms are measured.`);
    console.log(table(reviewed));
    for (const found of reviewed.findings) console.log(finding(found));
    console.log(result(reviewed));
    process.exitCode = reviewed.findings.length > 0 ? 1 : 0;
} catch (error) {
    console.error(`Plain English: ${error.message}`);
    process.exitCode = 2;
}
