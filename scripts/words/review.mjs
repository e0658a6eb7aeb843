// Measures all parts (forms and files of the catalogue) and gathers the findings that nobody has allowed.
import { avoidRules } from './avoid.mjs';
import { readingAge } from './reading-age.mjs';
import { measure, pageFindings, partFindings, textFindings, wholeFindings, wholeSentences, wordsIn } from './rules.mjs';
import { Vocabulary } from './vocabulary.mjs';

/**
 * @param parts [{ name, texts: [{ file, page, key, text }] }]
 * @returns {{ rows: object[], total: object, findings: object[] }}
 */
export function review(parts, { avoid, familiar, allowed }) {
    const vocabulary = new Vocabulary(familiar);
    const measured = parts.map((part) => ({ ...part, texts: part.texts.map(measure(vocabulary)) }));
    const texts = onlyOnce(measured.flatMap((part) => part.texts));
    const rules = avoidRules(avoid);
    const found = onlyOnce([
        ...texts.flatMap((text) => textFindings(text, rules)),
        ...measured.flatMap(pageFindings),
        ...measured.flatMap(partFindings),
        ...wholeFindings(texts),
    ]);
    return {
        rows: measured.map((part) => row(part.name, part.texts)),
        total: row('Total', texts),
        findings: [
            ...found.filter((finding) => !allowed.some((entry) => allows(entry, finding))),
            ...allowed.filter((entry) => !found.some((finding) => allows(entry, finding))).map(notNeeded),
            ...vocabulary.notNeeded().map(notUsed),
        ],
    };
}

/** A shared page is in every form that uses it. */
function onlyOnce(list) {
    return [...new Map(list.map((entry) => [`${entry.file} ${entry.key} ${entry.rule} ${entry.wrong} ${entry.text}`, entry])).values()];
}

function row(name, texts) {
    const sentences = texts.flatMap((text) => text.sentences);
    return {
        name,
        texts: texts.length,
        sentences: sentences.length,
        words: wordsIn(sentences),
        age: readingAge(wholeSentences(texts)),
    };
}

const allows = (entry, finding) => ['file', 'key', 'rule'].every((field) => entry[field] === finding[field]);

const notNeeded = ({ file, key, rule }) => ({
    file: 'scripts/words/allowed.toml',
    key: `${file} ${key}`.trim(),
    rule: 'not-needed',
    text: rule,
    wrong: 'there is no such finding any more',
    instead: 'remove the entry',
});

const notUsed = (term) => ({
    file: 'scripts/words/familiar.toml',
    key: 'terms',
    rule: 'not-needed',
    text: term,
    wrong: 'no text has this term, or it is on the list of 3,000',
    instead: 'remove it',
});
