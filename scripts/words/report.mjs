// What the check prints.

const TEXT_SHOWN = 60;

export function table({ rows, total }) {
    const cells = [
        ['', 'texts', 'sentences', 'words', 'reading age'],
        ...[...rows, total].map(({ name, texts, sentences, words, age }) =>
            [name, number(texts), number(sentences), number(words), years(age)]),
    ];
    const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
    return cells
        .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '))
        .join('\n');
}

export function finding({ file, key, rule, text, wrong, instead }) {
    const all = text.replace(/\s+/g, ' ').trim();
    const shown = all.length > TEXT_SHOWN ? `${all.slice(0, TEXT_SHOWN).trimEnd()}…` : all;
    return `${key ? `${file}: ${key}` : file}: ${shown}: ${wrong} → ${instead} [${rule}]`;
}

export function result({ total, findings }) {
    const count = findings.length === 1 ? '1 finding' : `${number(findings.length)} findings`;
    return `Plain English: ${number(total.texts)} texts, reading age ${years(total.age)}, ${count}`;
}

const number = (count) => count.toLocaleString('en-GB');
const years = (age) => (age === undefined ? '-' : age.toFixed(1));
