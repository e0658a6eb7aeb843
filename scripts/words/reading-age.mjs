// The age at which a child reads a text with ease.
//
// Three formulas look at sentences and at three different things: Flesch-Kincaid at syllables, the Automated
// Readability Index at letters, Dale and Chall at words that aren't familiar. All were made for passages of a hundred
// words and more, and each goes wrong on a short one in its own way: one "organisation" in a hint of ten words is
// enough. The middle one of the three is wrong only where two are, so that is what counts. Fragments, such as the label
// "First name", are left out: as the shortest of sentences they would make everything else look easier than it is.
import { automatedReadability } from 'automated-readability';
import { daleChallFormula } from 'dale-chall-formula';
import { fleschKincaid } from 'flesch-kincaid';

// American children are in grade N at the age of N + 5.
const AGE_IN_GRADE_0 = 5;
// Without a mark at its end, a text of fewer words is a fragment.
const SENTENCE = 8;

/** Is it a sentence for the formulas? */
export const isWhole = (sentence) => /[.?!]["”)*]*$/.test(sentence.text) || sentence.words.length >= SENTENCE;

/** The reading age of sentences whose words have been weighed; undefined where there are none. */
export function readingAge(sentences) {
    const words = sentences.flatMap((sentence) => sentence.weights);
    if (words.length === 0) return undefined;
    const counts = {
        sentence: sentences.length,
        word: words.length,
        character: total(words, (word) => word.letters),
        syllable: total(words, (word) => word.syllables),
        difficultWord: total(words, (word) => (word.familiar ? 0 : 1)),
    };
    const grades = [fleschKincaid(counts), automatedReadability(counts), daleChallGrade(counts)];
    return grades.sort((one, other) => one - other)[1] + AGE_IN_GRADE_0;
}

/** Their table gives two grades to a point: 5 is grade 5, 6 is grade 7. */
const daleChallGrade = (counts) => 2 * daleChallFormula(counts) - 5;

const total = (list, of) => list.reduce((sum, entry) => sum + of(entry), 0);
