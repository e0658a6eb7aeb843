// The SBOM in CycloneDX 1.6: what is linked into the program and the WASM, what is shipped with them, and what the build
// used. The same commit gives the same SBOM.
//
//   node scripts/supply-chain/sbom.mjs [FILE]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checksums, crates, linked, packages, root } from './sources.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const metadata = crates();
const sums = checksums();
const parts = { program: linked('program'), browser: linked('browser') };
const own = metadata.packages.find(({ name }) => name === 'server');
const ref = { crate: ({ name, version }) => `pkg:cargo/${name}@${version}` };
const refs = new Map(metadata.packages.map((item) => [item.id, ref.crate(item)]));

function crate(item) {
    const { name, version, license } = item;
    const key = `${name} ${version}`;
    const used = Object.keys(parts).filter((part) => parts[part].has(key));
    return {
        type: 'library',
        'bom-ref': ref.crate(item),
        name,
        version,
        scope: used.length > 0 ? 'required' : 'excluded',
        hashes: [{ alg: 'SHA-256', content: sums.get(key) }],
        licenses: [{ expression: license.replaceAll(/\s*\/\s*/g, ' OR ') }],
        purl: ref.crate(item),
        properties: [{ name: 'care-online:part', value: used.join(' ') || 'build and tests' }],
    };
}

/** SQLite is bundled in a crate, where scanners don't find it. */
function sqlite() {
    const { manifest_path, name, version } = metadata.packages.find((item) => item.name === 'libsqlite3-sys');
    const header = readFileSync(join(dirname(manifest_path), 'sqlite3/sqlite3.h'), 'utf8');
    const number = header.match(/^#define SQLITE_VERSION\s+"([\d.]+)"$/m)[1];
    return {
        type: 'library',
        'bom-ref': `sqlite@${number}`,
        name: 'sqlite',
        version: number,
        scope: 'required',
        licenses: [{ license: { id: 'blessing' } }],
        cpe: `cpe:2.3:a:sqlite:sqlite:${number}:*:*:*:*:*:*:*`,
        properties: [{ name: 'care-online:part', value: `program, in ${name} ${version}` }],
    };
}

function npm({ name, version, license, integrity, shipped }) {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const [, alg, digest] = integrity.match(/^sha(\d+)-(.+)$/);
    return {
        type: 'library',
        'bom-ref': purl,
        name,
        version,
        scope: shipped ? 'required' : 'excluded',
        hashes: [{ alg: alg === '1' ? 'SHA-1' : `SHA-${alg}`, content: Buffer.from(digest, 'base64').toString('hex') }],
        ...(license && { licenses: [/ |\(/.test(license) ? { expression: license } : { license: { name: license } }] }),
        purl,
        properties: [{ name: 'care-online:part', value: shipped ? 'site and fonts' : 'build and tests' }],
    };
}

function fonts() {
    const folder = resolve(root, 'crates/pdf/fonts');
    const files = readdirSync(folder).filter((name) => /\.(ttf|otf)$/.test(name));
    return files.sort().map((name) => ({
        type: 'data',
        'bom-ref': `font:${name}`,
        name,
        scope: 'required',
        hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(join(folder, name))) }],
        licenses: [{ license: { id: 'OFL-1.1' } }],
        properties: [{ name: 'care-online:part', value: 'program' }],
    }));
}

function dependencies() {
    const nodes = metadata.resolve.nodes.map(({ id, dependencies }) => ({
        ref: refs.get(id),
        dependsOn: [...new Set(dependencies.map((dependency) => refs.get(dependency)))].sort(),
    }));
    return nodes.sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** The time of the commit, so that the SBOM is reproducible. */
function time() {
    const seconds = process.env.SOURCE_DATE_EPOCH ?? execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
    return new Date(Number(seconds) * 1000).toISOString();
}

const components = [
    ...metadata.packages.filter(({ source }) => source !== null).map(crate),
    sqlite(),
    ...fonts(),
    ...new Map(packages().map((item) => [`${item.name} ${item.version}`, npm(item)])).values(),
];
components.push(
    ...metadata.packages
        .filter((item) => item.source === null && item !== own)
        .map((item) => ({ type: 'library', 'bom-ref': ref.crate(item), name: item.name, version: item.version, licenses: [{ expression: item.license }] })),
);
components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
const list = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
        timestamp: time(),
        component: { type: 'application', 'bom-ref': ref.crate(own), name: 'care-online', version: own.version, licenses: [{ expression: own.license }] },
    },
    components,
    dependencies: dependencies(),
};
const digest = sha256(JSON.stringify(list));
list.serialNumber = `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const text = `${JSON.stringify(list, undefined, 1)}\n`;

const file = process.argv[2];
if (file) writeFileSync(file, text);
else process.stdout.write(text);
const count = (part) => components.filter(({ properties }) => properties?.some(({ value }) => value.split(/[ ,]/).includes(part))).length;
console.error(`      ${components.length} parts, ${count('program')} in the program, ${count('browser')} in the browser's part`);
