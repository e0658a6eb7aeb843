// The dependencies according to Cargo and the lock files.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const CRATES_IO = 'registry+https://github.com/rust-lang/crates.io-index';
const TARGETS = { program: 'x86_64-unknown-linux-gnu', browser: 'wasm32-unknown-unknown' };

const read = (path) => readFileSync(resolve(root, path), 'utf8');
const cargo = (...words) =>
    execFileSync('cargo', [...words, '--locked'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });

/** Every crate used on any of our targets by the program, the tests or the build. */
export function crates() {
    const platforms = readDeny('graph', 'targets').flatMap((target) => ['--filter-platform', target]);
    return JSON.parse(cargo('metadata', '--format-version', '1', ...platforms));
}

/** SHA-256 of each crate, by "name version". */
export function checksums() {
    const found = new Map();
    for (const block of read('Cargo.lock').split('[[package]]').slice(1)) {
        const field = (name) => block.match(new RegExp(`^${name} = "(.*)"$`, 'm'))?.[1];
        if (field('source')) found.set(`${field('name')} ${field('version')}`, field('checksum'));
    }
    return found;
}

/** The crates linked into the program or the WASM, as "name version". */
export function linked(part) {
    const name = part === 'program' ? 'server' : 'frontend';
    const edges = ['--edges', 'normal,no-proc-macro', '--target', TARGETS[part]];
    const lines = cargo('tree', '--package', name, ...edges, '--prefix', 'none').split('\n').filter(Boolean);
    return new Set(lines.map((line) => line.match(/^(\S+) v(\S+)/)).map(([, crate, version]) => `${crate} ${version}`));
}

/** The npm packages, and whether anything of them is shipped: scripts, styles or fonts. */
export function packages() {
    const { packages } = JSON.parse(read('package-lock.json'));
    const isShipped = (name) => name === 'govuk-frontend' || name.startsWith('@expo-google-fonts/');
    return Object.entries(packages)
        .filter(([path]) => path.startsWith('node_modules/'))
        .map(([path, { version, license, integrity, resolved }]) => {
            const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
            return { name, version, license, integrity, resolved, shipped: isShipped(name) };
        });
}

/** A list of deny.toml. */
export function readDeny(section, name) {
    const body = read('deny.toml').split(`[${section}]`)[1]?.split('\n[')[0] ?? '';
    const list = body.match(new RegExp(`^${name} = \\[([\\s\\S]*?)\\]$`, 'm'))?.[1];
    if (list === undefined) throw new Error(`deny.toml has no ${name} in [${section}]`);
    const lines = list.split('\n').map((line) => line.replace(/#.*/, ''));
    return lines.flatMap((line) => line.match(name === 'deny' ? /(?<=crate = ")[^"]+/g : /(?<=")[^",]+(?=")/g) ?? []);
}
