// The English texts of the message catalogue: Fluent files (https://projectfluent.org), one part each.
import { FluentParser } from '@fluent/syntax';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from './placeholders.mjs';

export const CATALOGUE = 'words/en-GB';

/** One part for every file; none where there is no catalogue. */
export function catalogueParts(root) {
    const folder = join(root, CATALOGUE);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort();
    const files = names.map((name) => ({ file: `${CATALOGUE}/${name}`, entries: read(join(folder, name), name) }));
    const patterns = new Map(files.flatMap(({ entries }) => entries.flatMap(patternsOf)));
    return files.map(({ file, entries }) => ({
        name: file,
        texts: entries
            .filter((entry) => entry.type === 'Message')
            .flatMap(patternsOf)
            .flatMap(([key, pattern]) => readings(pattern, patterns).map((text) => ({ file, key, text }))),
    }));
}

function read(path, name) {
    const { body } = new FluentParser({ withSpans: false }).parse(readFileSync(path, 'utf8'));
    const broken = body.find((entry) => entry.type === 'Junk');
    if (broken) throw new Error(`${CATALOGUE}/${name} can't be read: ${broken.annotations[0]?.message} in ${broken.content.split('\n')[0]}`);
    return body.filter((entry) => entry.type === 'Message' || entry.type === 'Term');
}

/** What an entry says itself and in its attributes, each with the name it is called by. */
function patternsOf(entry) {
    const name = entry.type === 'Term' ? `-${entry.id.name}` : entry.id.name;
    return [
        [name, entry.value],
        ...entry.attributes.map((attribute) => [`${name}.${attribute.id.name}`, attribute.value]),
    ].filter(([, pattern]) => pattern);
}

/** A message with choices is read once for every choice, so that each wording is looked at. */
function readings(pattern, patterns) {
    const choices = { most: 1 };
    const first = reading(pattern, { patterns, choice: 0, choices, inside: [] });
    const others = Array.from({ length: choices.most - 1 }, (_, index) =>
        reading(pattern, { patterns, choice: index + 1, choices, inside: [] }));
    return [first, ...others];
}

function reading(pattern, how) {
    return pattern.elements
        .map((element) => (element.type === 'TextElement' ? element.value : expression(element.expression, how)))
        .join('');
}

function expression(node, how) {
    switch (node.type) {
        case 'StringLiteral':
            return node.parse().value;
        case 'NumberLiteral':
            return node.value;
        case 'VariableReference':
            return sample(node.id.name);
        case 'FunctionReference':
            return node.arguments.positional[0] ? expression(node.arguments.positional[0], how) : sample('');
        case 'TermReference':
            return referred(`-${node.id.name}`, node.attribute, how);
        case 'MessageReference':
            return referred(node.id.name, node.attribute, how);
        case 'SelectExpression':
            how.choices.most = Math.max(how.choices.most, node.variants.length);
            return reading(node.variants[Math.min(how.choice, node.variants.length - 1)].value, how);
        case 'Placeable':
            return expression(node.expression, how);
        default:
            throw new Error(`${CATALOGUE}: what is said for a ${node.type} isn't known to scripts/words/catalogue.mjs`);
    }
}

function referred(id, attribute, how) {
    const name = attribute ? `${id}.${attribute.name}` : id;
    const pattern = how.patterns.get(name);
    // That every name exists is for the service's own tests to say.
    if (!pattern || how.inside.includes(name)) return sample(name);
    return reading(pattern, { ...how, inside: [...how.inside, name] });
}
