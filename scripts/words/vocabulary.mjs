// Which words a nine-year-old knows: Dale and Chall's list of 3,000 (four in five American children of that age know
// each), their usual forms, and the terms of familiar.toml.
import { daleChall } from 'dale-chall';
import { syllable } from 'syllable';

const LISTED = new Set(daleChall);

const ENDINGS = [
    [/'s?$/, ['']],
    [/s$/, ['']],
    [/es$/, ['']],
    [/ies$/, ['y']],
    [/(e?d|ing|er|est|ly)$/, ['', 'e']],
    [/(ied|ier|iest|ily)$/, ['y']],
    [/(.)\1(ed|ing|er|est)$/, ['$1']],
    [/n$/, ['']],
    // The list is American.
    [/our/, ['or']],
    [/tre$/, ['ter']],
];

/** A word and what it may be a form of: "carers'" is "carer" and "care", "neighbours" is "neighbor". */
function bases(word) {
    const found = new Set([word.toLowerCase()]);
    for (const base of found) { // grows while it is walked through
        for (const [ending, instead] of ENDINGS) {
            if (base.length > 3 && ending.test(base)) instead.forEach((end) => found.add(base.replace(ending, end)));
        }
    }
    return found;
}

export class Vocabulary {
    #terms; // [{ term, words }], the longest first
    #needed = new Set();

    constructor(terms) {
        this.#terms = terms
            .map((term) => ({ term, words: term.toLowerCase().split(' ') }))
            .sort((one, other) => other.words.length - one.words.length);
    }

    /** What counts of each word of a sentence: letters, syllables, and whether it is familiar. */
    weigh(words) {
        const all = words.map((word) => ({ word, forms: bases(word) }));
        const weights = [];
        while (weights.length < all.length) {
            const at = weights.length;
            const term = this.#termAt(all, at);
            if (term) {
                weights.push(...term.words.map((_, offset) => known(words[at + offset])));
            } else {
                weights.push(weight(all[at]));
            }
        }
        return weights;
    }

    /** The terms that none of the words so far needed. */
    notNeeded() {
        return this.#terms.map(({ term }) => term).filter((term) => !this.#needed.has(term));
    }

    #termAt(all, at) {
        const found = this.#terms.find(({ words }) => words.every((word, offset) => all[at + offset]?.forms.has(word)));
        // A term that is on the list of 3,000 all the same isn't needed.
        if (found && !(found.words.length === 1 && listed(all[at].forms))) this.#needed.add(found.term);
        return found;
    }
}

// A number, a letter or a familiar term is read at a glance, like a short word.
const known = (word) => ({ word, letters: Math.min(word.length, 4), syllables: 1, familiar: true });

function weight({ word, forms }) {
    if (/\d/.test(word) || word.length === 1) return known(word);
    return { word, letters: word.length, syllables: Math.max(1, syllable(word)), familiar: listed(forms) };
}

const listed = (forms) => [...forms].some((form) => LISTED.has(form));
