import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowed } from './spdx.mjs';

const allowed = new Set(['MIT', 'ISC', 'Unicode-3.0']);

test('one licence of a choice is enough, and all that are joined are needed', () => {
    for (const expression of ['MIT', 'MIT OR GPL-3.0', 'GPL-3.0/MIT', 'MIT / GPL-3.0', '(GPL-3.0 OR MIT) AND ISC', 'GPL-3.0 OR MIT AND ISC']) {
        assert.equal(isAllowed(expression, allowed), true, expression);
    }
    for (const expression of ['GPL-3.0', 'MIT AND GPL-3.0', '(MIT OR ISC) AND GPL-3.0', 'GPL-3.0 OR MIT AND GPL-2.0', 'MIT WITH LLVM-exception']) {
        assert.equal(isAllowed(expression, allowed), false, expression);
    }
});

test('an exception is allowed with its licence only', () => {
    assert.equal(isAllowed('Apache-2.0 WITH LLVM-exception', new Set(['Apache-2.0 WITH LLVM-exception'])), true);
});

test('what is no expression is refused', () => {
    for (const expression of ['', 'MIT OR', '(MIT', 'MIT)', 'AND MIT', 'MIT ISC']) {
        assert.throws(() => isAllowed(expression, allowed), /isn't a licence expression/, expression);
    }
});
