// The English texts of the forms. Every text a resident reads is measured, whatever table it stands in, so a field
// that is new in the language of forms (docs/forms.md) stops the check until it stands in one of the two lists.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';

const READ = new Set([
    'name', 'summary', 'time', 'answer_within', // the form
    'who', 'ready', 'next', 'urgent', // the pages before and after it
    'title', 'task', 'intro', 'body', // sections and pages
    'label', 'hint', 'missing', 'statement', 'unit', // questions and options
    'item', 'none', // groups
]);
const NOT_READ = new Set([
    'key', 'slug', 'value', 'group', 'use', 'type', 'tone', 'fact', 'when_is', 'autocomplete', 'article',
]);
// Who sees a page or a question: all names and values.
const CONDITION = 'when';
// What is in these tables is named by its own slug, key or value.
const LISTS = new Set(['sections', 'pages', 'questions', 'options']);

/** One part for every form, as a person reads it: with the shared pages it uses. */
export function formParts(root) {
    const folder = join(root, 'forms');
    const files = new Map([...toml(folder, ''), ...toml(folder, 'parts')].map((name) => [name, readForm(root, name)]));
    return [...files]
        .filter(([name]) => !name.includes('/'))
        .map(([name, form]) => ({
            name: form.file,
            texts: [form, ...form.uses.map((part) => files.get(`parts/${part}.toml`))].flatMap((file) => file?.texts ?? []),
        }));
}

function toml(folder, under) {
    const path = join(folder, under);
    if (!existsSync(path)) return [];
    return readdirSync(path).filter((name) => name.endsWith('.toml')).sort().map((name) => join(under, name));
}

function readForm(root, name) {
    const file = join('forms', name);
    const form = { file, texts: [], uses: [] };
    let table;
    try {
        table = parse(readFileSync(join(root, file), 'utf8'));
    } catch (error) {
        throw new Error(`${file} can't be read: ${error.message}`);
    }
    readTable(form, table, [], undefined);
    return form;
}

function readTable(form, table, path, pageAround) {
    const page = table.slug ?? pageAround;
    if (table.use) form.uses.push(table.use);
    for (const [field, value] of Object.entries(table)) {
        if (field === CONDITION) continue;
        const here = [...path, field];
        if (Array.isArray(value)) {
            readList(form, value, LISTS.has(field) ? path : here, page);
        } else if (typeof value === 'object') {
            readTable(form, value, here, page);
        } else if (typeof value === 'string') {
            readText(form, field, value, here, page);
        }
    }
}

function readList(form, list, path, page) {
    list.forEach((entry, index) => {
        const name = entry.slug ?? entry.key ?? entry.value ?? `${index + 1}`;
        if (typeof entry === 'string') {
            readText(form, path.at(-1), entry, [...path, name], page);
        } else {
            // A section has no name of its own, and a page is named wherever it stands.
            readTable(form, entry, entry.pages ? [`section-${index + 1}`] : entry.slug ? [name] : [...path, name], page);
        }
    });
}

function readText(form, field, text, path, page) {
    if (READ.has(field)) {
        form.texts.push({ file: form.file, page, key: path.join('.'), text });
    } else if (!NOT_READ.has(field)) {
        throw new Error(`${form.file}: do residents read '${field}'? Say so in scripts/words/forms.mjs.`);
    }
}
