// What is asked of the texts. Each rule gives findings: { file, key, rule, text, wrong, instead }.
import { avoided } from './avoid.mjs';
import { sentences } from './prose.mjs';
import { isWhole, readingAge } from './reading-age.mjs';

/** In words, and in years of reading age. docs/plain-english.md says why these. */
export const BUDGETS = {
    sentence: 25, // words, the limit of GOV.UK's own style
    single: 13, // a formula over one sentence may be four years off,
    text: 11, // and over a few sentences two
    page: 10, // or a small file of the catalogue
    part: 9, // a form, or a large file
    whole: 9,
};
export const RULES = ['long-sentence', 'hard-text', 'hard-word', 'avoid', 'hard-page', 'hard-part', 'hard-whole'];

// From here on a word is hard to get through, unless it is familiar.
const HARD_WORD_SYLLABLES = 4;
// Fewer words say too little about a sentence, a page or a small file, a large file.
const SENTENCE_WORDS = 12;
const PAGE_WORDS = 50;
const PART_WORDS = 500;

/** A text with its sentences, their words weighed. */
export const measure = (vocabulary) => (text) => ({
    ...text,
    sentences: sentences(text.text).map((sentence) => ({ ...sentence, weights: vocabulary.weigh(sentence.words) })),
});

export const wholeSentences = (texts) => texts.flatMap((text) => text.sentences.filter(isWhole));
export const wordsIn = (found) => found.reduce((sum, sentence) => sum + sentence.words.length, 0);

export function textFindings(text, avoid) {
    return [...longSentences(text), ...hardText(text), ...hardWords(text), ...wordsToAvoid(text, avoid)];
}

function longSentences(text) {
    return text.sentences.filter(({ words }) => words.length > BUDGETS.sentence).map((sentence) => ({
        ...about(text, 'long-sentence', sentence.text),
        wrong: `${sentence.words.length} words in one sentence`,
        instead: `split it, or say less: at most ${BUDGETS.sentence} words`,
    }));
}

function hardText(text) {
    const found = wholeSentences([text]);
    if (found.length === 1 && wordsIn(found) < SENTENCE_WORDS) return [];
    return tooHard(found, found.length > 1 ? BUDGETS.text : BUDGETS.single, about(text, 'hard-text', text.text));
}

function hardWords(text) {
    const hard = text.sentences
        .flatMap(({ weights }) => weights)
        .filter(({ familiar, syllables }) => !familiar && syllables >= HARD_WORD_SYLLABLES)
        .map(({ word }) => word);
    return [...new Set(hard)].map((word) => ({
        ...about(text, 'hard-word', text.text),
        wrong: `"${word}" is a hard word`,
        instead: 'say it in shorter words, or add it to scripts/words/familiar.toml if there are none',
    }));
}

function wordsToAvoid(text, avoid) {
    return avoided(text.text, avoid).map(({ word, instead }) => ({
        ...about(text, 'avoid', text.text),
        wrong: `"${word}"`,
        instead,
    }));
}

/** A page is what is read at one go. */
export function pageFindings(part) {
    const pages = new Set(part.texts.map(({ page }) => page).filter(Boolean));
    return [...pages].flatMap((page) => {
        const texts = part.texts.filter((text) => text.page === page);
        return hardTogether(texts, { file: texts[0].file, key: page, rule: 'hard-page', text: 'the whole page' }, BUDGETS.page);
    });
}

export function partFindings(part) {
    const budget = wordsIn(wholeSentences(part.texts)) < PART_WORDS ? BUDGETS.page : BUDGETS.part;
    return hardTogether(part.texts, { file: part.name, key: '', rule: 'hard-part', text: 'all of it' }, budget);
}

export function wholeFindings(texts) {
    return hardTogether(texts, { file: 'everything', key: '', rule: 'hard-whole', text: 'all texts' }, BUDGETS.whole);
}

function hardTogether(texts, finding, budget) {
    const found = wholeSentences(texts);
    return wordsIn(found) < PAGE_WORDS ? [] : tooHard(found, budget, finding);
}

function tooHard(found, budget, finding) {
    const age = readingAge(found);
    // As it is printed, so that "9.0" is never above 9.
    if (age === undefined || Number(age.toFixed(1)) <= budget) return [];
    return [{ ...finding, wrong: `reading age ${age.toFixed(1)}`, instead: `use shorter words and sentences: at most ${budget}` }];
}

const about = ({ file, key }, rule, text) => ({ file, key, rule, text });
