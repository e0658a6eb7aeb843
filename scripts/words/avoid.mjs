// Finds words to avoid. The list is avoid.toml.
import { plain } from './prose.mjs';

/** The rules of avoid.toml, made ready for looking. */
export function avoidRules(entries) {
    return entries.map(({ words, instead, because, unless = [] }) => ({
        words: anyOf(words),
        unless: unless.length > 0 ? anyOf(unless) : undefined,
        instead: because ? `${instead}. ${because}` : instead,
    }));
}

/** [{ word, instead }] for each word to avoid in a text. */
export function avoided(text, rules) {
    const read = plain(text).replaceAll('’', "'").replace(/\s+/g, ' ');
    return rules.flatMap(({ words, unless, instead }) =>
        [...(unless ? read.replace(unless, '…') : read).matchAll(words)].map(([word]) => ({ word, instead })));
}

/** Matches any of the phrases where it stands by itself; the longest, where one begins like another. */
function anyOf(phrases) {
    const patterns = [...phrases]
        .sort((one, other) => other.length - one.length)
        .map((phrase) => phrase.replace(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', "[\\p{L}'-]*"));
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
