// A text as somebody reads it: without marks, in sentences, in words.
import { sample } from './placeholders.mjs';

const bySentence = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const byWord = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** The text without Markdown or tags, and with samples for the settings that forms name in braces. */
export function plain(text) {
    return text
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') // [words](address)
        .replace(/\*\*|<[^>]+>/g, '')
        .replace(/^[ \t]*(-|#+) +/gm, '')
        .replace(/\{ *([a-z_]+) *\}/g, (_, name) => sample(name))
        .trim();
}

/** Sentences, each with its words. A line ends a sentence: a heading, a paragraph or an item of a list is whole. */
export function sentences(text) {
    return plain(text)
        .split('\n')
        .flatMap((line) => [...bySentence.segment(joined(line))])
        .map(({ segment }) => ({ text: segment.trim(), words: words(segment) }))
        .filter((sentence) => sentence.words.length > 0);
}

/** "020 7946 0000", "£14,250", "A&E" and an email address are seen as one thing, and are counted as one word. */
function joined(line) {
    return line
        .replace(/\S+@\S+\w/g, sample('email'))
        .replace(/\d[\d ,.:]*\d/g, (number) => number.replace(/\D/g, ''))
        .replace(/\b(\w)&(\w)\b/g, '$1$2');
}

function words(sentence) {
    return [...byWord.segment(sentence)].filter((part) => part.isWordLike).map((part) => part.segment.replace('’', "'"));
}
