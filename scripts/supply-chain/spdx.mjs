// Licence expressions as crates and packages write them (SPDX, and the older "/" for OR).

/**
 * Whether the expression can be satisfied with allowed licences only. "X WITH Y" must be allowed as a whole.
 * @param {string} expression
 * @param {Set<string>} allowed
 */
export function isAllowed(expression, allowed) {
    const tokens = expression.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+/g) ?? [];
    let at = 0;
    const all = (one, word) => {
        const results = [one()];
        while (tokens[at] === word) {
            at += 1;
            results.push(one());
        }
        return results;
    };
    const single = () => {
        const token = tokens[at++];
        if (token === '(') {
            const inside = either();
            if (tokens[at++] !== ')') throw new Error(`"${expression}" isn't a licence expression`);
            return inside;
        }
        if (token === undefined || ['AND', 'OR', 'WITH', ')'].includes(token)) {
            throw new Error(`"${expression}" isn't a licence expression`);
        }
        if (tokens[at] !== 'WITH') return allowed.has(token);
        at += 2;
        return allowed.has(`${token} WITH ${tokens[at - 1]}`);
    };
    const both = () => all(single, 'AND').every(Boolean);
    const either = () => all(both, 'OR').some(Boolean);
    const result = either();
    if (at !== tokens.length) throw new Error(`"${expression}" isn't a licence expression`);
    return result;
}
