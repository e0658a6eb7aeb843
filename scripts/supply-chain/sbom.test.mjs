import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const make = () => execFileSync('node', [join(import.meta.dirname, 'sbom.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
const text = make();
const list = JSON.parse(text);
const part = (name) => list.components.find((component) => component.name === name);
const used = (name) => part(name).properties.find((property) => property.name === 'care-online:part').value;

test('the same commit gives the same list', () => {
    assert.equal(make(), text);
});

test('every part has a version or a checksum, and a name of its own that dependencies use', () => {
    const refs = new Set(list.components.map((component) => component['bom-ref']));
    assert.equal(refs.size, list.components.length);
    refs.add(list.metadata.component['bom-ref']);
    for (const { ref, dependsOn } of list.dependencies) {
        for (const name of [ref, ...dependsOn]) assert.ok(refs.has(name), name);
    }
    for (const component of list.components) {
        assert.ok(component.version || component.hashes, component['bom-ref']);
        for (const { content } of component.hashes ?? []) assert.match(content, /^[0-9a-f]{40,128}$/, component['bom-ref']);
    }
});

test('it says what is in the program, in browsers, and only in the build', () => {
    assert.equal(used('leptos'), 'program browser');
    assert.equal(used('sea-orm'), 'program');
    assert.equal(used('proptest'), 'build and tests');
    assert.equal(used('playwright'), 'build and tests');
    assert.equal(used('govuk-frontend'), 'site and fonts');
    assert.equal(part('syn').scope, 'excluded');
    assert.match(part('sqlite').cpe, /:sqlite:3\.\d+\.\d+:/);
});
