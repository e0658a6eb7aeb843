// Makes target/site, the files that browsers get, and hash.txt beside the server: node site.mjs FRONTEND.wasm SERVER
// LEPTOS holds [[workspace.metadata.leptos]] of Cargo.toml as JSON, from which `cargo leptos watch` makes its site too.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import rtlcss from 'rtlcss';

const [frontend, server] = process.argv.slice(2);
const leptos = JSON.parse(process.env.LEPTOS);
const name = leptos['output-name'];
const site = leptos['site-root'];
/** The new site lies here until it is whole. */
const made = `${site}.new`;
const pkg = join(made, leptos['site-pkg-dir']);

rmSync(made, { recursive: true, force: true });
cpSync(leptos['assets-dir'], made, { recursive: true });
mkdirSync(pkg);
const { js, wasm } = browserHalf();
const { css, rtl } = styleSheets();
const hashes = {
    js: put([[js, 'js']]),
    wasm: put([[wasm, 'wasm']]),
    css: put([[css, 'css'], [rtl, 'rtl.css']]),
};
for (const entry of readdirSync(made, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) compress(join(entry.parentPath, entry.name));
}
rmSync(site, { recursive: true, force: true });
renameSync(made, site);
writeFileSync(join(dirname(server), 'hash.txt'), Object.entries(hashes).map(([kind, hash]) => `${kind}: ${hash}\n`).join(''));
for (const [kind, content] of Object.entries({ wasm, js, css })) console.log(`      ${kind}: ${content.length} bytes`);

/** wasm-bindgen writes what JavaScript needs to call the WASM; both are then made small. */
function browserHalf() {
    const folder = join(pkg, 'bindgen');
    execFileSync('wasm-bindgen', ['--target=web', '--no-typescript', `--out-name=${name}`, `--out-dir=${folder}`, frontend]);
    const [js, wasm] = [join(folder, `${name}.js`), join(folder, `${name}_bg.wasm`)];
    execFileSync('wasm-opt', [...leptos['wasm-opt-features'], wasm, '-o', wasm]);
    const small = buildSync({ entryPoints: [js], bundle: true, minify: true, format: 'esm', write: false });
    const files = { js: small.outputFiles[0].contents, wasm: readFileSync(wasm) };
    rmSync(folder, { recursive: true });
    return files;
}

/** The style sheet, and the same for languages that are written from right to left. */
function styleSheets() {
    const options = ['--style=compressed', '--no-source-map'];
    const css = execFileSync('sass', [leptos['style-file'], ...options], { maxBuffer: 1 << 24 });
    return { css, rtl: Buffer.from(rtlcss.process(css.toString())) };
}

/** Writes files whose names carry the hash of their content, so that browsers may keep them for ever. */
function put(files) {
    const hash = createHash('sha256');
    for (const [content] of files) hash.update(content);
    const short = hash.digest('base64url').slice(0, 22);
    for (const [content, ending] of files) writeFileSync(join(pkg, `${name}.${short}.${ending}`), content);
    return short;
}

function compress(file) {
    const content = readFileSync(file);
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, best));
}
