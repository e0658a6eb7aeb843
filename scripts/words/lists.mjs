// The three lists that people write: avoid.toml, familiar.toml and allowed.toml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { RULES } from './rules.mjs';

/** @returns {{ avoid: object[], familiar: string[], allowed: object[] }} */
export function readLists(folder) {
    const avoid = entries(folder, 'avoid', ['words', 'instead']);
    const familiar = entries(folder, 'familiar', ['because', 'terms']);
    const allowed = entries(folder, 'allowed', ['file', 'key', 'rule', 'because']);
    const unknown = allowed.find(({ rule }) => !RULES.includes(rule));
    if (unknown) throw new Error(`allowed.toml: there is no rule '${unknown.rule}', only ${RULES.join(', ')}`);
    return { avoid, familiar: familiar.flatMap(({ terms }) => terms), allowed };
}

function entries(folder, name, fields) {
    const list = parse(readFileSync(join(folder, `${name}.toml`), 'utf8'))[name];
    list.forEach((entry, index) => {
        const missing = fields.find((field) => entry[field] === undefined);
        if (missing) throw new Error(`${name}.toml: entry ${index + 1} has no '${missing}'`);
    });
    return list;
}
