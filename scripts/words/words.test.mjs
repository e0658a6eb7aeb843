// Shows that the check finds what it is for, in the catalogue and in forms alike, and that its lists can't rot.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogueParts } from './catalogue.mjs';
import { formParts } from './forms.mjs';
import { review } from './review.mjs';

const LONG = 'You can go to the shop and the bank and the park and the school and the farm and the sea and the hill and then go home to bed.';
const HARD = 'Comprehensive consideration of individual circumstances precedes determination. Communication regarding outcomes necessitates administrative processing.';
const AVOIDED = 'We utilise your answers.';
const LISTS = { avoid: [{ words: ['utilis*'], instead: "say 'use'" }], familiar: [], allowed: [] };
const FORM = 'key = "f"\nname = "A form"\ngroup = "me"\n';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with these files: { "forms/f.toml": "…" }. */
function rootWith(files) {
    const root = mkdtempSync(join(tmpdir(), 'words-'));
    folders.push(root);
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), text);
    }
    return root;
}

function reviewOf(files, lists = {}) {
    const root = rootWith(files);
    return review([...formParts(root), ...catalogueParts(root)], { ...LISTS, ...lists });
}

/** The same text where residents read it in a form, and in the catalogue. */
const both = (text) => ({
    'forms/f.toml': `${FORM}[[sections]]\ntitle = "You"\n[[sections.pages]]\nslug = "home"\ntitle = "Home"\nintro = "${text}"\n`,
    'words/en-GB/w.ftl': `greeting = ${text}\n`,
});
const placesOf = (findings, rule) => findings.filter((found) => found.rule === rule).map(({ file, key }) => `${file}: ${key}`);
const BOTH = ['forms/f.toml: home.intro', 'words/en-GB/w.ftl: greeting'];

test('plain words are not found fault with', () => {
    assert.deepEqual(reviewOf(both('Tell us who helps you. We will call you at home.')).findings, []);
});

test('a long sentence is found in a form and in the catalogue', () => {
    assert.deepEqual(placesOf(reviewOf(both(LONG)).findings, 'long-sentence'), BOTH);
});

test('a hard text is found in a form and in the catalogue', () => {
    assert.deepEqual(placesOf(reviewOf(both(HARD)).findings, 'hard-text'), BOTH);
});

test('a page, a form, a file and the whole are found to be hard', () => {
    const { findings } = reviewOf(both(`${HARD} `.repeat(4)));
    assert.deepEqual(placesOf(findings, 'hard-page'), ['forms/f.toml: home']);
    assert.deepEqual(placesOf(findings, 'hard-part'), ['forms/f.toml: ', 'words/en-GB/w.ftl: ']);
    assert.deepEqual(placesOf(findings, 'hard-whole'), ['everything: ']);
});

test('a hard word is found where there is no sentence', () => {
    assert.deepEqual(placesOf(reviewOf(both('Reconsideration')).findings, 'hard-word'), BOTH);
});

test('a word to avoid is found in a form and in the catalogue', () => {
    const { findings } = reviewOf(both(AVOIDED));
    assert.deepEqual(placesOf(findings, 'avoid'), BOTH);
    assert.equal(findings[0].wrong, '"utilise"');
    assert.equal(findings[0].instead, "say 'use'");
});

test('a word to avoid is found whole, and not where it is right', () => {
    const avoid = [{ words: ['just', 'e.g.'], unless: ['have just'], instead: 'leave it out' }];
    const wrong = (text) => reviewOf(both(text), { avoid }).findings.filter(({ rule }) => rule === 'avoid').length;
    assert.equal(wrong('Just call us.'), 2);
    assert.equal(wrong('Pick one, e.g. tea.'), 2);
    assert.equal(wrong('We have just called you.'), 0);
    assert.equal(wrong('This is unjust.'), 0);
});

test('hints of options, shared pages and what a list says are read too', () => {
    const found = placesOf(reviewOf({
        'forms/f.toml': `${FORM}[[sections]]\ntitle = "You"\n[[sections.pages]]\nuse = "p"\n`,
        'forms/parts/p.toml': `slug = "p"\ntitle = "P"
[group]\nkey = "g"\nnone = "${AVOIDED}"
[[group.questions]]\nkey = "q"\nlabel = "Which?"\noptions = [{ value = "a", label = "A", hint = "${AVOIDED}" }]\n`,
    }).findings, 'avoid');
    assert.deepEqual(found, ['forms/parts/p.toml: group.none', 'forms/parts/p.toml: group.q.a.hint']);
});

test('a field that nobody has thought of stops the check', () => {
    assert.throws(() => reviewOf({ 'forms/f.toml': `${FORM}slogan = "We utilise"\n` }), /'slogan'/);
});

test('every choice, term and attribute of a message is read', () => {
    const { findings, total } = reviewOf({
        'words/en-GB/w.ftl': `-verb = utilise
days = { $count ->
    [one] One day to { -verb } it.
   *[other] { $count } days are left.
}
    .title = We utilise it
`,
    });
    assert.deepEqual(placesOf(findings, 'avoid'), ['words/en-GB/w.ftl: days', 'words/en-GB/w.ftl: days.title']);
    assert.equal(total.texts, 3);
});

test('a catalogue that is not Fluent stops the check', () => {
    assert.throws(() => reviewOf({ 'words/en-GB/w.ftl': 'greeting = { $name\n' }), /w\.ftl can't be read/);
});

test('a familiar term is not hard, and one that no text has is found', () => {
    const text = both('Tell us about your power of attorney for immigration.');
    assert.deepEqual(placesOf(reviewOf(text).findings, 'hard-word'), BOTH);
    assert.deepEqual(reviewOf(text, { familiar: ['immigration'] }).findings, []);
    const { findings } = reviewOf(text, { familiar: ['immigration', 'taxation'] });
    assert.deepEqual(findings.map(({ rule, text: term }) => [rule, term]), [['not-needed', 'taxation']]);
});

test('what is allowed is not found, and an entry that is not needed is', () => {
    const entry = { file: 'words/en-GB/w.ftl', key: 'greeting', rule: 'avoid', because: 'a test' };
    const needed = reviewOf(both(AVOIDED), { allowed: [entry] }).findings;
    assert.deepEqual(placesOf(needed, 'avoid'), [BOTH[0]]);
    const { findings } = reviewOf(both('We use your answers.'), { allowed: [entry] });
    assert.deepEqual(findings.map(({ rule, key }) => [rule, key]), [['not-needed', 'words/en-GB/w.ftl greeting']]);
});

test('the command fails with a finding, and not without', () => {
    const lists = rootWith({
        'avoid.toml': '[[avoid]]\nwords = ["utilis*"]\ninstead = "say \'use\'"\n',
        'familiar.toml': 'familiar = []\n',
        'allowed.toml': 'allowed = []\n',
    });
    const run = (text) => spawnSync(process.execPath, [
        fileURLToPath(new URL('check.mjs', import.meta.url)), rootWith(both(text)), lists,
    ], { encoding: 'utf8' });
    const bad = run(AVOIDED);
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /words\/en-GB\/w\.ftl: greeting: We utilise your answers\.: "utilise" → say 'use' \[avoid\]/);
    assert.match(bad.stdout, /2 findings\n$/);
    const good = run('We use your answers.');
    assert.equal(good.status, 0);
    assert.match(good.stdout, /Plain English: 5 texts, reading age \d+\.\d, 0 findings\n$/);
});
